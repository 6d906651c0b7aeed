import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/normalise/html/safe-link.ts';

describe('safeLink', () => {
  it.each([
    ['an address', 'https://example.eu/a?b=1&c=2', 'https://example.eu/a?b=1&c=2'],
    ['an address encoded twice', 'https://example.eu/?a=1&amp;amp;b=2', 'https://example.eu/?a=1&b=2'],
    ['a blank behind the slashes', 'http:// example.eu/page', 'http://example.eu/page'],
    ['no scheme', 'www.example.eu', 'https://www.example.eu/'],
    ['a mail address', 'mailto:desk@example.eu', 'mailto:desk@example.eu'],
    [
      'a mail gateway’s wrapper',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.eu%2Fx&amp;data=05',
      'https://example.eu/x',
    ],
  ])('keeps %s', (_, raw, href) => expect(safeLink(raw)).toEqual({ href }));

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['a script in pieces', ' java\nscript:alert(1)'],
    ['a script in entities', 'javascript&amp;#58;alert(1)'],
    ['data', 'data:text/html,x'],
    ['a file', 'file:///etc/passwd'],
    ['a script inside a wrapper', 'https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)'],
  ])('refuses %s as unsafe', (_, raw) => expect(safeLink(raw)).toEqual({ refused: 'unsafe' }));

  it.each(['#_ftn1', '/info/page', '', 'https://', 'x'.repeat(5_000)])('takes %j for no link', (raw) => {
    expect(safeLink(raw)).toEqual({ refused: 'not a link' });
  });
});
