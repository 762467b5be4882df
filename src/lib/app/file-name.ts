// Names of files that leave the lab: plain words that every file system takes, and the simulated day.
import type { Instant } from '../domain/instant';

/** How long the words of one part may be. */
const PART_MAX_CHARACTERS = 60;

/** Letters, digits and hyphens of the parts, and the day: `phone-on-the-train-onvio-2026-03-09.svg`. */
export function fileName(parts: readonly string[], at: Instant, ending: string): string {
  const words = parts.map(plainWords).filter((part) => part !== '');
  return `${words.join('-') || 'run'}-${new Date(at).toISOString().slice(0, 10)}.${ending}`;
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, PART_MAX_CHARACTERS)
    .replace(/^-+|-+$/g, '');
}
