// The tokens of the look as colours that can be written out: a picture that is saved has no style sheet to ask.
import tokens from '../look/tokens.css?raw';

export type Theme = 'light' | 'dark';

const TOKEN = /--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g;

const PAIRS: ReadonlyMap<string, readonly [light: string, dark: string]> = new Map(
  [...tokens.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]),
);

/** The colour behind a token, by its name without the dashes. */
export type Colours = (token: string) => string;

export function coloursOf(theme: Theme): Colours {
  return (token) => {
    const pair = PAIRS.get(token);
    if (pair === undefined) throw new TypeError(`The look has no colour called ${token}.`);
    return pair[theme === 'light' ? 0 : 1];
  };
}
