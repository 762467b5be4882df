// One text for one piece of data, whatever the order of its keys: what hashes are made of.

/** JSON with keys in code-unit order and no white space. Undefined properties are left out, as by JSON. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
