import type { ScorableTopic } from '../domain/scoring.ts';
import { type LexiconEntry, THEMES } from './lexicon.ts';
import { structuralFeatures } from './structure.ts';
import type { KnownTerm, TermTable } from './term-table.ts';
import type { Hit } from './text/read-topic.ts';
import type { View } from './text/text-field.ts';
import type { Basis } from './weights.ts';

/** Words of text over which a subject's density is measured: about a paragraph. */
const PARAGRAPH_WORDS = 300;

/** How much a subject is spoken of: its share of the title, its presence in the call's, its density in the text. */
export interface SubjectValues {
  title: Float64Array;
  call: Float64Array;
  text: Float64Array;
}

/** All that the model looks at. Training and scoring read the same numbers from here. */
export interface TopicFeatures {
  basis: Basis;
  hits: Hit[];
  structure: string[];
  /** Occurrences by subject and view, and the values that follow from them. */
  counts: Record<View, Float64Array>;
  subjects: SubjectValues;
  /** Value of each curated theme, by theme, flag and view, and the sum of the hits it rests on. */
  themes: Map<string, { value: number; total: number }>;
  /** Whether the title speaks of the city, which makes its ambiguous words count. */
  besideCity: boolean;
}

export function topicFeatures(topic: ScorableTopic, table: TermTable): TopicFeatures {
  const { hits, textWords } = table.reader.read(topic);
  for (const hit of hits) hit.value = termValue(hit, table.of(hit));
  scaleToUnit(hits, 'title');
  scaleToUnit(hits, 'text');
  const counts = subjectCounts(hits, table);
  const besideCity = (counts.title[table.citySubject] ?? 0) > 0;
  return {
    basis: textWords > 0 ? 'text' : 'title',
    hits,
    structure: structuralFeatures(topic),
    counts,
    subjects: subjectValues(counts, textWords),
    themes: themeValues(hits, table, besideCity),
    besideCity,
  };
}

/** How much of a title each subject has: what topics, and competences of partners, are compared by. */
export function titleSubjects(title: string, table: TermTable): Float64Array {
  const { hits } = table.reader.readTitle(title);
  return subjectValues(subjectCounts(hits, table), 0).title;
}

/** In a title a word stands or stands not; in a text the tenth time says less than the second. */
function termValue(hit: Hit, known: KnownTerm): number {
  if (known.learned < 0 || hit.view === 'call') return 0;
  return hit.view === 'title' ? known.rarity : known.rarity * (1 + Math.log(Math.max(1, hit.count)));
}

/** Many words share their say: a long text counts no more than a short one. */
function scaleToUnit(hits: readonly Hit[], view: View): void {
  let squares = 0;
  for (const hit of hits) if (hit.view === view) squares += hit.value * hit.value;
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (const hit of hits) if (hit.view === view) hit.value *= scale;
}

function subjectCounts(hits: readonly Hit[], table: TermTable): Record<View, Float64Array> {
  const empty = (): Float64Array => new Float64Array(table.subjects.length);
  const counts = { title: empty(), call: empty(), text: empty() };
  for (const hit of hits) {
    const { subjects, subjectCount } = table.of(hit);
    const inView = counts[hit.view];
    for (const subject of subjects) inView[subject] = (inView[subject] ?? 0) + hit.count * subjectCount;
  }
  return counts;
}

function subjectValues(counts: Record<View, Float64Array>, textWords: number): SubjectValues {
  const { length } = counts.title;
  const [title, call, text] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  let squares = 0;
  for (let i = 0; i < length; i += 1) squares += (counts.title[i] ?? 0) * (counts.title[i] ?? 0);
  const titleLength = Math.sqrt(squares) || 1;
  const words = Math.max(1, textWords);
  for (let i = 0; i < length; i += 1) {
    title[i] = (counts.title[i] ?? 0) / titleLength;
    call[i] = Math.min(counts.call[i] ?? 0, 1);
    text[i] = Math.sqrt(((counts.text[i] ?? 0) / words) * PARAGRAPH_WORDS);
  }
  return { title, call, text };
}

function themeValues(hits: readonly Hit[], table: TermTable, besideCity: boolean): TopicFeatures['themes'] {
  const themes: TopicFeatures['themes'] = new Map();
  for (const hit of hits) {
    for (const entry of table.of(hit).entries) {
      for (const name of themesOf(entry, hit.view, besideCity)) {
        let theme = themes.get(name);
        if (theme === undefined) {
          theme = { value: 0, total: 0 };
          themes.set(name, theme);
        }
        theme.total += themeAmount(entry, hit);
      }
    }
  }
  for (const theme of themes.values()) theme.value = Math.log1p(theme.total);
  return themes;
}

/**
 * The themes a curated word counts for: in a title an ambiguous one fully only where the title also speaks of the city; in
 * a text, which says what it means, all alike. The call's name tells nothing of the single topic.
 */
export function themesOf({ theme, flag }: LexiconEntry, view: View, besideCity: boolean): readonly string[] {
  if (view === 'call') return NO_THEME;
  const names = THEME_NAMES[theme];
  if (view === 'text') return names.text;
  if (flag === undefined) return names.title;
  return flag === 'ambiguous' && besideCity ? names.besideCity : names[flag];
}

const NO_THEME: readonly string[] = [];

/** Written once: they are asked for at every curated word of every text. */
const THEME_NAMES = Object.fromEntries(
  THEMES.map((theme) => [
    theme,
    {
      title: [theme],
      text: [`${theme} in text`],
      ambiguous: [`${theme} ambiguous`],
      boilerplate: [`${theme} boilerplate`],
      besideCity: [`${theme} ambiguous`, `${theme} beside city`],
    },
  ]),
) as unknown as Record<LexiconEntry['theme'], ThemeNames>; // fromEntries forgets that every theme is there

type ThemeNames = Record<'title' | 'text' | 'ambiguous' | 'boilerplate' | 'besideCity', readonly string[]>;

/** In a title a word counts by its curated weight, in a text as often as it stands there. */
export function themeAmount(entry: LexiconEntry, hit: Hit): number {
  return hit.view === 'title' ? entry.weight : hit.count;
}
