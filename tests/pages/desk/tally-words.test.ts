import { describe, expect, it } from 'vitest';
import { tallyWords } from '../../../src/pages/desk/board/tally-words.ts';
import { wordsOf } from '../../../src/pages/ui.ts';

const vote = { favourable: 1, contrary: 1, abstained: 1, recused: 0, outcome: 'carried', castingVote: true } as const;

describe('how a vote came out', () => {
  it('is told in words: singular and plural, what it means, whose vote broke a tie', () => {
    expect(tallyWords(wordsOf('it'), vote)).toBe(
      'un favorevole, un contrario, uno non si esprime: approvato (a parità prevale il voto del presidente)',
    );
    const none = { ...vote, favourable: 0, contrary: 2, outcome: 'not-carried', castingVote: false } as const;
    expect(tallyWords(wordsOf('it'), none)).toBe('0 favorevoli, 2 contrari, uno non si esprime: non approvato');
    expect(tallyWords(wordsOf('en'), vote)).toBe(
      '1 in favour, 1 against, one abstains: carried (in a tie the president’s vote prevails)',
    );
  });

  it('says of an item without votes that nobody has voted', () => {
    const still = { ...vote, favourable: 0, contrary: 0, abstained: 0, outcome: 'not-carried' } as const;
    expect(tallyWords(wordsOf('it'), still)).toBe('nessun voto ancora');
  });
});
