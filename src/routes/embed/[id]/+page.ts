import { WALKTHROUGHS } from '$lib/app/walkthroughs';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => WALKTHROUGHS.map(({ id }) => ({ id }));
