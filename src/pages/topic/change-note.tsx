import type { Evidence } from '../../domain/scoring.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import type { Ui } from '../ui.ts';
import { StructureName, WhereOf } from './where-of.tsx';

type Props = { ui: Ui; topic: TopicDetail; changes: Explanation['wouldChange']; minRelevance: number };

/** "Without *municipalities* in the title it would fall below the threshold." */
export const ChangeNote = ({ ui, topic, changes, minRelevance }: Props) => {
  const { m, f } = ui;
  if (changes.length === 0) return <p class="note">{m.topic.nothingChanges}</p>;
  return (
    <div class="note">
      <p>
        <b>{m.topic.wouldChange}</b>
      </p>
      <ul>
        {changes.map(({ without, score }) => (
          <li>
            {m.topic.without} <Phrases ui={ui} topic={topic} items={without} />{' '}
            {score < minRelevance
              ? m.topic.wouldFall(f.score(score), f.score(minRelevance))
              : m.topic.wouldRise(f.score(score), f.score(minRelevance))}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** A long run of phrases is told by its first ones. */
const NAMED = 4;

const Phrases = ({ ui, topic, items }: { ui: Ui; topic: TopicDetail; items: readonly Evidence[] }) => (
  <>
    {items.slice(0, NAMED).map((item, i) => (
      <>
        {i > 0 && ', '}
        <i>{item.start === null ? <StructureName ui={ui} item={item} /> : <span lang="en">{item.phrase}</span>}</i> (
        <WhereOf ui={ui} topic={topic} field={item.field} />)
      </>
    ))}
    {items.length > NAMED && ` ${ui.m.topic.andOthers(items.length - NAMED)}`}
  </>
);
