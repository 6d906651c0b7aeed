import type { Evidence } from '../../domain/scoring.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import { PillarName } from '../components/pillar-mark.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { type PhraseEvidence, structureOf, sumOf } from '../view/evidence.ts';
import { NUMBERED } from '../view/marked-texts.ts';
import { fieldName, StructureName, WhereOf } from './where-of.tsx';

type Props = { ui: Ui; topic: TopicDetail; phrases: readonly PhraseEvidence[] };

/** Every contribution to the score: phrases, then what is no phrase, then the sum that gives the number. */
export const EvidenceTable = ({ ui, topic, phrases }: Props) => {
  const structure = structureOf(topic.evidence);
  if (phrases.length === 0 && structure.length === 0) return null;
  const { m, f } = ui;
  const first = phrases.slice(0, NUMBERED / 2);
  const rest = phrases.slice(NUMBERED / 2);
  return (
    <>
      <h3>{m.topic.reasonsTable}</h3>
      <ScrollTable label={m.topic.reasonsTable}>
        <Head ui={ui} />
        <tbody>
          {first.map((phrase) => (
            <PhraseRow ui={ui} topic={topic} phrase={phrase} />
          ))}
          {structure.map((item) => (
            <StructureRow ui={ui} item={item} />
          ))}
          <tr>
            <td />
            <th scope="row">{m.topic.sum}</th>
            <td />
            <td />
            <td class="r">
              <b>{f.weight(sumOf(topic.evidence))}</b>
            </td>
          </tr>
          {topic.cityRelevance !== null && (
            <tr>
              <td />
              <th scope="row">{m.topic.relevance}</th>
              <td />
              <td />
              <td class="r">
                <b>{f.score(topic.cityRelevance)}</b>
              </td>
            </tr>
          )}
        </tbody>
      </ScrollTable>
      {rest.length > 0 && (
        <details>
          <summary>{m.topic.moreReasons(rest.length)}</summary>
          <ScrollTable label={m.topic.moreReasons(rest.length)}>
            <Head ui={ui} />
            <tbody>
              {rest.map((phrase) => (
                <PhraseRow ui={ui} topic={topic} phrase={phrase} />
              ))}
            </tbody>
          </ScrollTable>
        </details>
      )}
      <p class="soft small">{m.topic.formula}</p>
    </>
  );
};

const Head = ({ ui: { m } }: { ui: Ui }) => (
  <thead>
    <tr>
      <th scope="col">{m.topic.number}</th>
      <th scope="col">{m.topic.phrase}</th>
      <th scope="col">{m.topic.where}</th>
      <th scope="col">{m.topic.forPillar}</th>
      <th scope="col" class="r">
        {m.topic.forCity}
      </th>
    </tr>
  </thead>
);

const PhraseRow = ({ ui, topic, phrase }: { ui: Ui; topic: TopicDetail; phrase: PhraseEvidence }) => (
  <tr>
    <td>{phrase.n}</td>
    <td lang="en">{phrase.phrase}</td>
    <td>
      <WhereOf ui={ui} topic={topic} field={phrase.field} />
    </td>
    <td>
      <span class="acts">
        {phrase.pillars
          .filter(({ weight }) => weight > 0)
          .slice(0, 2)
          .map(({ pillar }) => (
            <PillarName pillar={pillar} lang={ui.lang} />
          ))}
      </span>
    </td>
    <td class="r">{phrase.city === 0 ? '·' : ui.f.weight(phrase.city)}</td>
  </tr>
);

const StructureRow = ({ ui, item }: { ui: Ui; item: Evidence }) => (
  <tr>
    <td />
    <td>
      <StructureName ui={ui} item={item} />
    </td>
    <td>{fieldName(ui, item.field)}</td>
    <td />
    <td class="r">{ui.f.weight(item.weight)}</td>
  </tr>
);
