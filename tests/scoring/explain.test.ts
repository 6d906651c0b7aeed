import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/domain/scoring.ts';
import { explain } from '../../src/scoring/explain.ts';

function says(phrase: string, weight: number, field = 'title'): Evidence {
  return { target: 'city', phrase, field, start: null, end: null, weight };
}

describe('what would change the verdict', () => {
  it('names each single phrase without which the topic would leave the list', () => {
    const evidence = [says('base rate', -2, 'bias'), says('municipalities', 3), says('innovation', 0.2)];
    const { reached, wouldChange } = explain('city', evidence, 0.5);
    expect(reached).toBe(true);
    expect(wouldChange.map(({ without }) => without.map((one) => one.phrase))).toEqual([['municipalities']]);
    expect(wouldChange[0]?.score).toBeLessThan(0.5);
  });

  it('takes the strongest together where no single phrase suffices', () => {
    const evidence = [says('base rate', -1, 'bias'), says('cities', 2), says('urban', 1.5), says('pilot', 0.4)];
    const [set] = explain('city', evidence, 0.5).wouldChange;
    expect(set?.without.map((one) => one.phrase)).toEqual(['cities', 'urban']);
  });

  it('says of a topic below the threshold what held it down', () => {
    const evidence = [says('base rate', 0.5, 'bias'), says('offshore', -3), says('cities', 1)];
    const { reached, wouldChange } = explain('city', evidence, 0.5);
    expect(reached).toBe(false);
    expect(wouldChange[0]?.without[0]?.phrase).toBe('offshore');
  });

  it('has no counterfactual where nothing speaks for the topic', () => {
    expect(explain('city', [says('base rate', -3, 'bias')], 0.5).wouldChange).toEqual([]);
  });

  it('looks at its own target only', () => {
    const other: Evidence = { ...says('tram', 9), target: 'mobility' };
    expect(explain('city', [says('base rate', -3, 'bias'), other], 0.5).for).toEqual([]);
  });
});
