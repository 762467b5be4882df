import { describe, expect, test } from 'vitest';
import { plain, strong } from './markdown';

describe('words in Markdown', () => {
  test.each([
    ['*bold* _and_ `code` ~gone~', '\\*bold\\* \\_and\\_ \\`code\\` \\~gone\\~'],
    ['[a](javascript:alert(1)) ![b](x)', '\\[a\\](javascript:alert(1)) !\\[b\\](x)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
    ['&lt;b&gt; &#60; Birch & Lowe', '\\&lt;b&gt; \\&#60; Birch & Lowe'.replace('b&gt;', 'b\\&gt;')],
    ['a | b $x$ {{ site.secret }} \\', 'a \\| b \\$x\\$ \\{\\{ site.secret \\}\\} \\\\'],
    ['https://evil.example www.evil.example a@b.example', 'https\\://evil.example www\\.evil.example a\\@b.example'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['> no quotation', '\\> no quotation'],
    ['two\nlines\u202e', 'two lines'],
  ])('%s is shown as just that', (text, markdown) => {
    expect(plain(text)).toBe(markdown);
  });

  test('that are strong and hold nothing are nothing', () => {
    expect(strong(' ')).toBe('');
    expect(strong('Dana')).toBe('**Dana**');
  });
});
