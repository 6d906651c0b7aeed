import { describe, expect, it } from 'vitest';
import { topicOf } from '../scoring/topic-of.ts';
import type { Split } from './splits.ts';
import { bigramRegression } from './train/bigram-regression.ts';

const lesson = (identifier: string, title: string, city: boolean) => ({
  topic: topicOf(title, { identifier }),
  labels: { city },
});

const lessons = [
  lesson('A-1', 'urban mobility in cities', true),
  lesson('A-2', 'urban gardens in cities', true),
  lesson('A-3', 'quantum sensors in space', false),
  lesson('A-4', 'quantum chips in space', false),
  lesson('B-1', 'urban gardens', true),
  lesson('B-2', 'quantum chips', false),
];

const startsWith =
  (letter: string) =>
  ({ identifier }: { identifier: string }) =>
    identifier.startsWith(letter);

const taughtOnA: Split = {
  name: 'by call',
  parts: [{ taught: startsWith('A'), tested: startsWith('B') }],
};

describe('the regression that stands beside the matcher', () => {
  it('ranks by the words it was taught, and answers only for what was held out', () => {
    const rival = bigramRegression(lessons, taughtOnA, (topic) => topic);
    const score = (identifier: string) => rival.score(topicOf('', { identifier })).city;
    expect(score('B-1')).toBeGreaterThan(0);
    expect(score('B-2')).toBeLessThan(0);
    expect(score('A-1')).toBeUndefined();
  });

  it('sees only the view it is given', () => {
    const blind = bigramRegression(lessons, taughtOnA, (topic) => ({ ...topic, title: '' }));
    expect(blind.score(topicOf('', { identifier: 'B-1' })).city).toBe(
      blind.score(topicOf('', { identifier: 'B-2' })).city,
    );
  });
});
