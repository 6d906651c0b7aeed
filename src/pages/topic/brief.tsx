import { actionType } from '../../domain/action-type.ts';
import { daysBetween } from '../../domain/brussels.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import { EvidenceBar } from '../components/evidence-bar.tsx';
import { pillarClass } from '../components/pillar-mark.tsx';
import type { Ui } from '../ui.ts';
import { currentRound, hourUncertain, lastDeadline } from '../view/current-round.ts';
import { phrasesOf } from '../view/evidence.ts';
import { judgeTime, leadTimes } from '../view/lead-time.ts';

type Props = { ui: Ui; topic: TopicDetail };

/** Five facts that a reader wants before anything else. */
export const Brief = ({ ui, topic }: Props) => (
  <section class="panel" aria-label={ui.m.topic.brief}>
    <dl class="facts">
      <DeadlineFact ui={ui} topic={topic} />
      <ActionFact ui={ui} topic={topic} />
      <MoneyFact ui={ui} topic={topic} />
      <RoleFact ui={ui} topic={topic} />
      <RelevanceFact ui={ui} topic={topic} />
    </dl>
  </section>
);

const DeadlineFact = ({ ui, topic }: Props) => {
  const when = topic.nextDeadlineAt ?? lastDeadline(topic);
  return (
    <div>
      <dt>{topic.nextDeadlineAt === null ? ui.m.topic.deadline : ui.m.topic.nextDeadline}</dt>
      {when === null ? (
        <dd class="soft">{ui.m.frame.unknown}</dd>
      ) : (
        <dd>
          {ui.f.longDay(when)}
          <small>
            {hourUncertain(topic) ? ui.m.topics.hourUncertain : ui.f.brusselsHour(when)} ·{' '}
            {topic.daysLeft === null
              ? ui.m.topic.daysAgo(Math.max(0, daysBetween(when, ui.now)))
              : ui.m.topic.daysLeft(topic.daysLeft)}
          </small>
        </dd>
      )}
    </div>
  );
};

const ActionFact = ({ ui, topic }: Props) => {
  const types = topic.typesOfAction.map((code) => ({ code, known: actionType(code) }));
  const rate = types[0]?.known?.rates?.[topic.programme === 'H2020' ? 'H2020' : 'HORIZON'];
  const horizon = topic.programme === 'H2020' || topic.programme === 'HORIZON';
  return (
    <div>
      <dt>{ui.m.topic.typeOfAction}</dt>
      {types.length === 0 && <dd class="soft">{ui.m.frame.unknown}</dd>}
      {types.map(({ code, known }) => (
        <dd>{known === null ? code : `${known.label[ui.lang]} (${code})`}</dd>
      ))}
      {horizon && rate !== undefined && (
        <dd>
          <small>
            {ui.m.topic.rate(rate.value.nonProfit ?? rate.value.standard)}
            {!rate.verified && ` (${ui.m.topic.rateUnverified})`}
          </small>
        </dd>
      )}
    </div>
  );
};

const MoneyFact = ({ ui, topic }: Props) => {
  const round = currentRound(topic);
  const from = round?.minContributionEur ?? round?.maxContributionEur ?? null;
  const to = round?.maxContributionEur ?? from;
  return (
    <div>
      <dt>{ui.m.topic.budget}</dt>
      <dd class={round?.budgetEur == null ? 'soft' : undefined}>
        {round?.budgetEur == null ? ui.m.topics.budgetUnknown : ui.f.money(round.budgetEur)}
        <small>
          {round?.expectedGrants == null ? ui.m.topics.grantsUnknown : ui.m.topics.grants(round.expectedGrants)}
        </small>
        {from !== null && to !== null && <small>{ui.m.topic.perProject(ui.f.money(from), ui.f.money(to))}</small>}
        {round?.budgetShared === true && <small>{ui.m.topics.shared}</small>}
      </dd>
    </div>
  );
};

/** Which roles there is still time for; the first is the most demanding one, named with what is too late. */
const RoleFact = ({ ui, topic }: Props) => {
  const minima = leadTimes(topic.typesOfAction, currentRound(topic)?.deadlineModel === 'two-stage');
  const judged = judgeTime(topic.daysLeft, minima);
  const late = minima.filter(({ weeks }) => topic.daysLeft !== null && topic.daysLeft < weeks * 7);
  const words = ui.m.words.leadRole;
  return (
    <div>
      <dt>{ui.m.topic.role}</dt>
      {judged === null ? (
        <dd class="soft">{topic.status === 'closed' ? ui.m.topic.roleClosed : ui.m.frame.unknown}</dd>
      ) : (
        <dd class={judged.tone}>
          {judged.best === null ? ui.m.topic.roleNone : words[judged.best]}
          {late.length > 0 && late.length < minima.length && (
            <small>{ui.m.topic.roleLate(late.map(({ role }) => words[role]).join(', '))}</small>
          )}
        </dd>
      )}
    </div>
  );
};

const RelevanceFact = ({ ui, topic }: Props) => {
  const phrases = phrasesOf(topic.evidence).filter((phrase) => phrase.city > 0);
  return (
    <div>
      <dt>{ui.m.topic.relevance}</dt>
      {topic.cityRelevance === null ? (
        <dd class="soft">{ui.m.topics.notScored}</dd>
      ) : (
        <dd class={pillarClass(topic.primaryPillar)}>
          {ui.f.score(topic.cityRelevance)}
          <EvidenceBar score={topic.cityRelevance} weights={phrases.map((phrase) => phrase.city)} />
          <small>
            {ui.m.topics.reasons(phrases.length)} · <a href="#motivi">{ui.m.topic.seeReasons}</a>
          </small>
        </dd>
      )}
    </div>
  );
};
