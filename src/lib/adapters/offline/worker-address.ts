// The address of the service worker, as the content policy wants it: through a policy that lets this one address through.

const POLICY = 'lockout-lab-service-worker';

/** The part of the browser's trusted types that is used; not every browser has them. */
interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** The address to register, which the types of the platform have as a text. Throws for any other than `expected`. */
export function workerAddress(expected: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker };
  if (trustedTypes === undefined) return expected;
  const policy = trustedTypes.createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (url !== expected) throw new TypeError(`${url} is not the address of the service worker.`);
      return url;
    },
  });
  return policy.createScriptURL(expected) as string;
}
