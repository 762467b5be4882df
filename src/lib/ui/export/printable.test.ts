import { describe, expect, test } from 'vitest';
import { printable } from './printable';
import { linesOf, widthOf } from './text-width';
import { element, words } from './xml';

describe('words outside the lab', () => {
  test('are one line without signs that cannot be seen or turn the text around', () => {
    expect(printable(' Dana\u202e\u200b Whit\u2066lock\n\tof\u0000 Birch ')).toBe('Dana Whitlock of Birch');
    expect(printable('half \ud800 a sign \ufffe')).toBe('half a sign');
  });

  test('written from right to left are kept to themselves, and others are left alone', () => {
    expect(printable('Code for דנה כהן, good')).toBe('Code for \u2068דנה כהן\u2069, good');
    expect(printable('Zoë Ångström')).toBe('Zoë Ångström');
  });
});

describe('XML', () => {
  test('shows whatever a text holds as text', () => {
    expect(words(`<script>"a" & 'b'</script>`)).toBe('&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;');
    expect(element('text', { x: 1.2345, fill: '"><script>', y: undefined }, words('a<b'))).toBe(
      '<text x="1.2" fill="&quot;&gt;&lt;script&gt;">a&lt;b</text>',
    );
  });
});

describe('lines of a text', () => {
  test('are no wider than there is room, and no letter is lost', () => {
    const text = 'Wolfeschlegelsteinhausenbergerdorff-Wilhelmina Montgomery-Featherstonehaugh of Birch & Lowe';
    const lines = linesOf(text, 120, 13);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.every((line) => widthOf(line, 13) <= 120)).toBe(true);
    expect(linesOf('', 120, 13)).toEqual([]);
  });
});
