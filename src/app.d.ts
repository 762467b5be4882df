import 'vite/client';

declare global {
  // Kit's types are global.
  namespace App {}
}
