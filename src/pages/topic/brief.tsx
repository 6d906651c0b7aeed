import { actionType } from '../../domain/action-type.ts';
import { daysBetween } from '../../domain/brussels.ts';
import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import { EvidenceBar } from '../components/evidence-bar.tsx';
import { pillarClass } from '../components/pillar-mark.tsx';
import type { Ui } from '../ui.ts';
import { currentRound, hourUncertain, lastDeadline } from '../view/current-round.ts';
import { phrasesOf } from '../view/evidence.ts';
import { rolesInFull } from '../view/starts.ts';

type Props = { ui: Ui; topic: TopicDetail };

/** Five facts that a reader wants before anything else. */
export const Brief = ({ ui, topic, roles }: Props & { roles: Explanation['roles'] }) => (
  <section class="panel" aria-label={ui.m.topic.brief}>
    <dl class="facts">
      <DeadlineFact ui={ui} topic={topic} />
      <ActionFact ui={ui} topic={topic} />
      <MoneyFact ui={ui} topic={topic} />
      <RoleFact ui={ui} roles={roles} />
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

/** The best role that the city can still take, with what is too late and what a rule forbids. */
const RoleFact = ({ ui, roles }: { ui: Ui; roles: Explanation['roles'] }) => {
  const { m } = ui;
  const { best, verdict } = roles;
  const chance = roles.roles.find(({ role }) => role === best);
  const late = roles.roles.filter(({ barredBy }) => barredBy === 'H6').map(({ role }) => role);
  const barred = roles.roles.filter(({ barredBy }) => barredBy !== null && barredBy !== 'H6').map(({ role }) => role);
  return (
    <div>
      <dt>{m.topic.role}</dt>
      {best === null ? (
        <dd class={verdict === 'too-late' ? 'bad' : 'soft'}>{none(ui, verdict)}</dd>
      ) : (
        <dd class={late.length > 0 ? 'warn' : 'ok'}>
          {ROLE_LABELS[best][ui.lang]}
          {chance?.lastDayToStart != null && <small>{m.topic.roleStart(ui.f.day(chance.lastDayToStart))}</small>}
          {late.length > 0 && <small>{m.topic.roleLate(rolesInFull(late, ui.lang))}</small>}
          {barred.length > 0 && <small>{m.topic.roleBarred(rolesInFull(barred, ui.lang))}</small>}
        </dd>
      )}
    </div>
  );
};

function none({ m }: Ui, verdict: Explanation['roles']['verdict']): string {
  return Object.entries(m.topic.roleNone).find(([name]) => name === verdict)?.[1] ?? m.frame.unknown;
}

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
