import { describe, expect, it } from 'vitest';
import { dateFormats } from '../../src/pages/format/dates.ts';
import { numberFormats } from '../../src/pages/format/numbers.ts';
import { pickLang } from '../../src/pages/lang.ts';

describe('the language of a request', () => {
  it.each<(string | undefined)[]>([
    ['en', 'it', 'it', 'en', 'asked for in the address'],
    ['xx', 'en', 'it', 'en', 'an unknown one in the address counts for nothing'],
    [undefined, undefined, 'de, en;q=0.8, it;q=0.5', 'en', 'the best that we speak'],
    [undefined, undefined, 'en-US,en;q=0.9,it;q=0.95', 'en', 'a region is a dialect'],
    [undefined, undefined, 'en;q=0, it', 'it', 'refused'],
    [undefined, undefined, 'fr', 'it', 'none of ours'],
    [undefined, undefined, undefined, 'it', 'no wish'],
  ])('%s, %s, %s → %s: %s', (asked, kept, accepted, lang) => {
    expect(pickLang(asked, kept, accepted)).toBe(lang);
  });
});

describe('dates', () => {
  const it_ = dateFormats('it');
  const en = dateFormats('en');

  it('are long for people, in Brussels time, summer and winter', () => {
    expect(it_.deadline('2026-10-08T15:00:00Z')).toBe('giovedì 8 ottobre 2026, ore 17:00 (Bruxelles)');
    expect(it_.deadline('2027-01-28T16:00:00Z')).toBe('giovedì 28 gennaio 2027, ore 17:00 (Bruxelles)');
    expect(en.deadline('2026-10-08T15:00:00Z')).toBe('Thursday 8 October 2026, 17:00 (Brussels)');
  });

  it('are short in narrow columns', () => {
    expect(it_.shortDeadline('2026-10-08T15:00:00Z')).toBe('8 ott 2026, 17:00');
    expect(en.shortDeadline('2026-10-08T15:00:00Z')).toBe('8 Oct 2026, 17:00');
  });

  it('that are none are shown as they were written: sealed minutes stay readable', () => {
    const it = dateFormats('it');
    expect([it.day('zzz'), it.shortDay('9999-99-99')]).toEqual(['zzz', '9999-99-99']);
  });

  it('keep a calendar day as it is, and midnight on its own day', () => {
    expect(it_.day('2026-03-29')).toBe('29 marzo 2026');
    expect(it_.shortDeadline('2026-06-30T22:00:00Z')).toBe('1 lug 2026, 00:00');
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    const [italian, english] = [numberFormats('it'), numberFormats('en')];
    expect(italian.money(22_500_000)).toBe('22,5\u00a0M€');
    expect(italian.money(750_000)).toBe('750.000\u00a0€');
    expect(english.money(22_500_000)).toBe('€22.5M');
    expect(italian.score(0.9)).toBe('0,90');
    expect(italian.weight(-0.384)).toBe('−0,38');
    expect(italian.offset(25)).toBe('+25');
    expect(italian.whole(1179)).toBe('1.179');
  });
});
