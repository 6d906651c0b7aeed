import { describe, expect, it } from 'vitest';
import { distinctPhrases } from '../../src/domain/distinct-phrases.ts';

const chosen = (most: number, ...phrases: string[]) =>
  distinctPhrases(
    phrases.map((phrase) => ({ phrase })),
    most,
  ).map(({ phrase }) => phrase);

describe('phrases that speak for a call', () => {
  it('do not repeat each other: a longer one stands for the shorter that it holds', () => {
    expect(chosen(3, 'Assistance', 'SIPs', 'Assistance preparation', 'sips', 'cities', 'regions')).toEqual([
      'Assistance preparation',
      'SIPs',
      'cities',
    ]);
    expect(chosen(3, 'climate adaptation', 'climate', 'local authorities')).toEqual([
      'climate adaptation',
      'local authorities',
    ]);
    expect(chosen(3, 'public', 'transport', 'public transport', 'bus')).toEqual(['public transport', 'bus']);
  });

  it('are told apart by whole words', () => {
    expect(chosen(3, 'city', 'capacity', 'cities')).toEqual(['city', 'capacity', 'cities']);
  });
});
