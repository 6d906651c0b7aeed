import type { Localised } from '../../domain/labels/localised.ts';
import type { Instant } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { ShortlistVerdict } from '../../scoring/shortlist-rule.ts';
import type { Deps } from '../deps.ts';
import { type Explanation, explain } from './explain.ts';

/** The first rule that keeps a topic off the shortlist, in one sentence of each language. */
export interface WhyNot {
  topic: TopicCard;
  listed: boolean;
  verdict: ShortlistVerdict;
  sentence: Localised;
}

export async function whyNot({
  deps,
  input,
}: {
  deps: Deps;
  input: { identifier: string; asOf?: Instant };
}): Promise<WhyNot> {
  const explanation = await explain({ deps, input });
  const { topic, verdict } = explanation;
  return { topic, listed: verdict.listed, verdict, sentence: sentenceOf(explanation) };
}

function sentenceOf({ verdict, topic, rules }: Explanation): WhyNot['sentence'] {
  if (verdict.listed) return LISTED[verdict.statusToVerify ? 'toVerify' : 'plain'];
  switch (verdict.rule) {
    case 'withdrawn':
      return { it: `Ritirato il ${verdict.value}.`, en: `Withdrawn at ${verdict.value}.` };
    case 'muted':
      return { it: 'Qualcuno ha chiesto di non vederlo.', en: 'Somebody asked not to see it.' };
    case 'closed':
      return { it: 'Chiuso: nessuna scadenza è ancora davanti a noi.', en: 'Closed: no deadline lies ahead.' };
    case 'not-relevant': {
      const [value, least] = [topic.cityRelevance ?? '–', verdict.threshold];
      return { it: `Pertinenza ${value}, sotto la soglia ${least}.`, en: `Relevance ${value}, below ${least}.` };
    }
    case 'not-eligible': {
      const source = rules.find((rule) => rule.rule === verdict.eligibilityRule)?.source ?? '';
      return {
        it: `Regola ${verdict.eligibilityRule} non rispettata (${source}).`,
        en: `Rule ${verdict.eligibilityRule} not respected (${source}).`,
      };
    }
  }
}

const LISTED = {
  plain: { it: 'È in «Da valutare».', en: 'It is on the shortlist.' },
  toVerify: {
    it: 'È in «Da valutare», con stato da verificare.',
    en: 'It is on the shortlist, its status to be verified.',
  },
} as const;
