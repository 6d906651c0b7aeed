import { actionType } from '../../domain/action-type.ts';
import { programmeByAbbreviation, UNKNOWN_PROGRAMME } from '../../domain/programme.ts';
import type { Evidence } from '../../domain/scoring.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { Lang } from '../lang.ts';
import { topicKey } from '../links.ts';
import type { Ui } from '../ui.ts';
import { currentRound } from '../view/current-round.ts';
import { CallLink } from './call-link.tsx';
import { EvidenceBar } from './evidence-bar.tsx';
import { MoneyCell } from './money-cell.tsx';
import { PillarName, pillarClass } from './pillar-mark.tsx';
import { StatusWord } from './status-word.tsx';
import { type CityChance, TimeCell } from './time-cell.tsx';

/** "Horizon Europe", "LIFE"; a code that no table knows says so and is kept in sight. */
export const programmeName = (abbreviation: string | null, lang: Lang): string => {
  const known = abbreviation === null ? null : programmeByAbbreviation(abbreviation);
  if (known !== null) return known.name[lang];
  return abbreviation === null ? UNKNOWN_PROGRAMME[lang] : `${abbreviation} (${UNKNOWN_PROGRAMME[lang]})`;
};

interface TopicRowProps {
  ui: Ui;
  card: TopicCard;
  /** Phrases that brought the call here; without them the row shows status and pillar instead. */
  reasons?: readonly Evidence[];
  /** What the city itself could be in it. */
  chance?: CityChance;
}

/** One call in a list: what it is and why, how much time, how much money, how relevant. */
export const TopicRow = ({ ui, card, reasons, chance }: TopicRowProps) => (
  <li class={`row ${pillarClass(card.primaryPillar)}`}>
    <div>
      <h3 class="call">
        <CallLink card={card} />
      </h3>
      <p class="meta">
        <code>{topicKey(card)}</code>
        <span>{programmeName(card.programme, ui.lang)}</span>
        {card.typesOfAction.map((code) => (
          <abbr title={actionType(code)?.label[ui.lang]}>{code}</abbr>
        ))}
      </p>
      {reasons === undefined ? (
        <p class="acts">
          <StatusWord ui={ui} status={card.status} />
          {card.primaryPillar !== null && <PillarName pillar={card.primaryPillar} lang={ui.lang} />}
        </p>
      ) : (
        <ReasonChips ui={ui} reasons={reasons} />
      )}
    </div>
    <div class="cell c-time">
      <span class="lab">{ui.m.topics.headTime}</span>
      <TimeCell ui={ui} card={card} chance={chance} />
    </div>
    <div class="cell c-money">
      <span class="lab">{ui.m.topics.headMoney}</span>
      <MoneyCell ui={ui} round={currentRound(card)} />
    </div>
    <div class="cell c-rel">
      <span class="lab">{ui.m.topics.headRelevance}</span>
      {card.cityRelevance === null ? (
        <span class="state soft">{ui.m.topics.notScored}</span>
      ) : (
        <>
          <span class="num">{ui.f.score(card.cityRelevance)}</span>
          <EvidenceBar score={card.cityRelevance} weights={reasons?.map((reason) => reason.weight) ?? []} />
        </>
      )}
    </div>
  </li>
);

/** The strongest phrases, in the call's own language. */
const ReasonChips = ({ ui, reasons }: { ui: Ui; reasons: readonly Evidence[] }) =>
  reasons.length === 0 ? null : (
    <p class="chips">
      <span class="why">{ui.m.topics.why}</span>
      {reasons.map((reason) => (
        <span class="chip" lang="en">
          {reason.phrase}
        </span>
      ))}
    </p>
  );

/** Column heads for eyes only: on narrow screens, and to screen readers, each cell names itself. */
export const RowHeads = ({ ui, why, flat }: { ui: Ui; why?: boolean; flat?: boolean }) => (
  <div class={`heads${flat ? ' flat' : ''}`} aria-hidden="true">
    <span>{why ? ui.m.topics.headWhat : ui.m.topics.headWhatPlain}</span>
    <span>{ui.m.topics.headTime}</span>
    <span>{ui.m.topics.headMoney}</span>
    <span>{ui.m.topics.headRelevance}</span>
  </div>
);
