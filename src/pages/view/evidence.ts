import type { Pillar } from '../../domain/pillar.ts';
import { isPillar } from '../../domain/pillar.ts';
import type { Evidence } from '../../domain/scoring.ts';

/** One phrase of the call, with all that it says: for the city and for each pillar. */
export interface PhraseEvidence {
  /** Its number in text and table, the weightiest first. */
  n: number;
  phrase: string;
  field: string;
  start: number;
  end: number;
  city: number;
  pillars: { pillar: Pillar; weight: number }[];
}

/** The phrases of a topic, each once, the weightiest for the city first. */
export function phrasesOf(evidence: readonly Evidence[]): PhraseEvidence[] {
  const phrases = new Map<string, Omit<PhraseEvidence, 'n'>>();
  for (const { target, phrase, field, start, end, weight } of evidence) {
    if (start === null || end === null) continue;
    const id = `${field}|${start}|${end}`;
    const one = phrases.get(id) ?? { phrase, field, start, end, city: 0, pillars: [] };
    phrases.set(id, one);
    if (target === 'city') one.city += weight;
    else if (isPillar(target)) one.pillars.push({ pillar: target, weight });
  }
  for (const one of phrases.values()) one.pillars.sort((a, b) => b.weight - a.weight);
  return [...phrases.values()]
    .sort((a, b) => Math.abs(b.city) - Math.abs(a.city) || strongest(b) - strongest(a) || a.start - b.start)
    .map((one, i) => ({ n: i + 1, ...one }));
}

/** The pillar a phrase speaks for most, if it speaks for any. */
export const pillarOf = ({ pillars }: Pick<PhraseEvidence, 'pillars'>): Pillar | null =>
  pillars[0] !== undefined && pillars[0].weight > 0 ? pillars[0].pillar : null;

const strongest = ({ pillars }: Pick<PhraseEvidence, 'pillars'>): number => pillars[0]?.weight ?? 0;

/** What speaks for the city without being a phrase: base rate, programme, kind of action. */
export const structureOf = (evidence: readonly Evidence[]): Evidence[] =>
  evidence
    .filter((item) => item.target === 'city' && item.start === null)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));

export const sumOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, item) => (item.target === 'city' ? sum + item.weight : sum), 0);

/** One stretch of an evidence bar, in hundredths of its width; `shade` 1 is the weightiest phrase, 4 all the rest. */
export interface BarStretch {
  x: number;
  width: number;
  shade: 1 | 2 | 3 | 4;
}

const GAP = 0.8;
const SHADES = [1, 2, 3] as const;

/** A bar as long as the score, cut by what the phrases in favour say of it: the three weightiest, then the rest. */
export function evidenceBar(score: number, weights: readonly number[]): BarStretch[] {
  const ours = weights.filter((weight) => weight > 0).sort((a, b) => b - a);
  const total = ours.reduce((sum, weight) => sum + weight, 0);
  const length = score * 100;
  if (total === 0) return length > 0 ? [{ x: 0, width: length, shade: 1 }] : [];
  const rest = ours.slice(SHADES.length).reduce((sum, weight) => sum + weight, 0);
  const parts = [...SHADES.map((shade, i) => ({ shade, weight: ours[i] ?? 0 })), { shade: 4 as const, weight: rest }];
  const stretches: BarStretch[] = [];
  let x = 0;
  for (const { shade, weight } of parts) {
    const width = (weight / total) * length;
    if (width > GAP) stretches.push({ x, width: width - GAP, shade });
    x += width;
  }
  return stretches;
}
