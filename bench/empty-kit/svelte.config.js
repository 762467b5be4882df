// The floor of the size benchmark: an app of one empty page, built by the same versions with the same adapter.
import adapter from '@sveltejs/adapter-static';

export default { kit: { adapter: adapter({ strict: true }) } };
