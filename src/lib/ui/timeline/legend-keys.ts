// What the bars and marks of the lanes mean, in a word or two and in a sentence.

export const LEGEND_KEYS = [
  ['mfa', 'MFA on', 'Multi-factor authentication is on'],
  ['device', 'in hand', 'A paired device is in hand'],
  ['away', 'away', 'What is paired is away'],
  ['code', 'code', 'A code is alive, until it ends'],
  ['session', 'signed in', 'Signed in'],
  ['out', 'locked out', 'Locked out, or waiting after failures'],
  ['next', 'to come', 'Will happen if nobody does anything; bars ahead of now are hollow'],
] as const;

export type LegendKey = (typeof LEGEND_KEYS)[number][0];
