// Writes XML: elements with attributes and text. Whatever a text holds, it stays text.
import { printable } from './printable';

type Value = string | number | undefined;
export type Attributes = Readonly<Record<string, Value>>;

/** An element; children are XML already, an attribute without a value is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`],
  );
  const inside = children.join('');
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** Words as XML. */
export function words(text: string): string {
  return escaped(printable(text));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A tenth of a pixel is as near as anybody sees. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
