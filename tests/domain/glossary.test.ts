import { describe, expect, it } from 'vitest';
import { englishNames } from '../../src/domain/glossary/english-names.ts';
import { foldWords, GLOSSARY, isLittle, readSenses, withoutEnding } from '../../src/domain/glossary/glossary.ts';

/** The glossary, one Italian phrase a line. */
const PHRASES = GLOSSARY.flatMap(([written, english]) => written.split('|').map((phrase) => ({ phrase, english })));

describe('the glossary', () => {
  it('finds every phrase of its own, little words or not', () => {
    const lost = PHRASES.filter(({ phrase, english }) => {
      const [sense, ...more] = readSenses(foldWords(phrase).filter((word) => !isLittle(word)));
      return more.length > 0 || english.split('|').some((one) => !sense?.english.includes(one));
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['anziano', 'anziani'],
    ['quartiere', 'quartieri'],
    ['popolare', 'popolari'],
    ['parco', 'parchi'],
    ['scolastico', 'scolastiche'],
    ['rischio', 'rischi'],
    ['alloggio', 'alloggi'],
    ['museo', 'musei'],
    ['università', 'universita'],
  ])('takes %s and %s for one word', (one, other) => {
    const [root] = [one, other].map((word) => withoutEnding(foldWords(word)[0] ?? ''));
    expect(withoutEnding(foldWords(other)[0] ?? '')).toBe(root);
  });

  it('leaves short words whole', () => {
    expect(['ia', 'io', 'AI'].map((word) => withoutEnding(word))).toEqual(['ia', 'io', 'AI']);
  });

  it('tells which English a search asks for, without what was typed', () => {
    expect(englishNames('la violenza sulle donne')).toEqual(['gender-based violence', 'violence against women']);
    expect(englishNames('piste ciclabili')).toContain('cycling');
    expect(englishNames('smart city')).not.toContain('smart city');
    expect(englishNames('HORIZON-CL5-2026-D6-01')).toEqual([]);
  });

  it('says each phrase once', () => {
    const seen = PHRASES.map(({ phrase }) => phrase);
    expect(seen.filter((phrase, n) => seen.indexOf(phrase) !== n)).toEqual([]);
  });

  it('holds no empty alternative', () => {
    expect(
      GLOSSARY.filter((term) => term.some((side) => side.split('|').some((one) => one.trim() !== one || one === ''))),
    ).toEqual([]);
  });
});
