import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsRepair, plainLine } from '../../src/normalise/text.ts';

describe('plainLine', () => {
  it.each<[string, string, string]>([
    ['UTF-8 read as Windows-1252', 'MobilitÃ\u00a0 e cittÃ\u00a0: perchÃ©', 'Mobilità e città: perché'],
    ['typographic marks read so', 'Europeâ€™s cities â€“ a â€œpactâ€\u009d', 'Europe’s cities – a “pact”'],
    ['Polish read so', 'ÅšlÄ…skie', 'Śląskie'],
    ['its no-break space become a blank', 'cittÃ  e UniversitÃ  degli Studi', 'città e Università degli Studi'],
    ['read so twice', 'cittÃƒÂ¨', 'cittè'],
    ['honest accents before a closing quote', '“QUALITÉ” “SPAß” Ä” Å…', '“QUALITÉ” “SPAß” Ä” Å…'],
    ['letters whose half is a soft hyphen', 'paÃ\u00adses sus\u00adtain', 'países sustain'],
    ['a byte order mark', '\ufeffSmart cities', 'Smart cities'],
    ['a byte order mark read so', 'ï»¿Smart cities', 'Smart cities'],
    ['entities encoded once and twice', 'R&amp;I &amp;amp; caf&eacute; &#8364;5', 'R&I & café €5'],
    ['an entity that is none', 'AT&T &madeup; a&b', 'AT&T &madeup; a&b'],
    ['line ends and runs of non-breaking spaces', 'Call\r\nfor\u00a0\u00a0 cities\n', 'Call for cities'],
    ['a turned reading direction', 'invoice\u202egnp.exe\u202c', 'invoicegnp.exe'],
    ['NUL and other controls', 'a\u0000b\u0007c', 'abc'],
    ['half of a character, but not a whole one', 'a\ud83db \u{1f6b2}', 'a\ufffdb \u{1f6b2}'],
    ['controls hidden in entities', 'a&#0;b&#x202e;c', 'a bc'],
  ])('repairs %s', (_, raw, text) => expect(plainLine(raw)).toBe(text));

  it('changes nothing more in what it gave', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aÃÂ©¨&;#3lt â€™\u202e\u0000') }));
    // A third garbling is left alone, see mojibake.ts: the cases here have one.
    fc.assert(
      fc.property(texts, (text) => {
        const once = plainLine(text);
        fc.pre(!/[ÃÂâ]{2}/.test(text));
        expect(plainLine(once)).toBe(once);
      }),
    );
  });
});

describe('needsRepair', () => {
  it('tells what people should hear of from the everyday', () => {
    expect(['a\u202eb', 'cittÃ¨', 'a\u0000'].map(needsRepair)).toEqual([true, true, true]);
    expect(['caffè ’', 'São', 'a\u00a0b', '\ufeffa'].map(needsRepair)).toEqual([false, false, false, false]);
  });
});
