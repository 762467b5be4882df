import 'vite/client';

declare global {
  // Kit's types are global.
  namespace App {}
  /** What the rules of this build are told apart by: a digest of their source, put in by `vite.config.ts`. */
  const RULES_DIGEST: string;
}
