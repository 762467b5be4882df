// Comparing what was typed with a secret. Nothing here stops at the first difference.

/** Whether two texts are the same, in a time that says nothing about where they differ (STD-11). */
export function isSameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ (other.charCodeAt(index % Math.max(1, other.length)) || 0);
  }
  return difference === 0;
}
