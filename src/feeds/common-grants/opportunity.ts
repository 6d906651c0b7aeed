import { BRUSSELS } from '../../domain/brussels.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { RoundCard } from '../../domain/topic-card.ts';
import { type CustomField, customFields } from './custom-fields.ts';
import type { OpportunityFacts } from './opportunity-facts.ts';
import { opportunityId } from './opportunity-id.ts';

/**
 * A topic as CommonGrants 0.4.0 tells an opportunity (`CommonGrants.Models.OpportunityBase`, HHS/simpler-grants-protocol
 * @b874691, read 2026-08-18). Optional parts are left out where unknown: the protocol has no nulls. What it has no word
 * for goes to `customFields`, the only place where extra keys are allowed.
 */
export interface Opportunity {
  id: string;
  title: string;
  status: { value: 'forecasted' | 'open' | 'closed' | 'custom'; customValue?: string; description?: string };
  description: string;
  funding?: Funding;
  keyDates?: Timeline;
  source?: string;
  customFields: Record<string, CustomField>;
  createdAt: Instant;
  lastModifiedAt: Instant;
}

interface Money {
  amount: string;
  currency: 'EUR';
}

interface Funding {
  details?: string;
  totalAmountAvailable?: Money;
  minAwardAmount?: Money;
  maxAwardAmount?: Money;
  estimatedAwardCount?: number;
}

interface SingleDate {
  name: string;
  eventType: 'singleDate';
  date: Day;
  time?: string;
  description?: string;
}

interface Timeline {
  postDate?: SingleDate;
  closeDate?: SingleDate;
  otherDates?: Record<string, SingleDate>;
}

/** `baseUrl` makes the links to our schemas absolute, as the protocol's `url` type asks. */
export function toOpportunity(facts: OpportunityFacts, description: string, baseUrl: string): Opportunity {
  const round = currentRound(facts);
  const funding = round === null ? undefined : toFunding(round);
  const keyDates = round === null ? undefined : toTimeline(round, facts.nextDeadlineAt);
  const source = webAddress(facts.url);
  return {
    id: opportunityId(facts.key),
    title: facts.title,
    status: toStatus(facts),
    description: description === '' ? facts.title : description,
    ...(funding === undefined ? {} : { funding }),
    ...(keyDates === undefined ? {} : { keyDates }),
    ...(source === null ? {} : { source }),
    customFields: customFields(facts, baseUrl),
    createdAt: facts.firstSeenAt,
    lastModifiedAt: modifiedAt(facts),
  };
}

/** Of the last material change, the withdrawal or the return from it, never now and never falling: a mirror may trust it. */
const modifiedAt = ({ firstSeenAt, lastChangedAt, withdrawnAt, returnedAt }: OpportunityFacts): Instant =>
  [lastChangedAt, withdrawnAt, returnedAt].reduce<Instant>(
    (last, at) => (at !== null && at > last ? at : last),
    firstSeenAt,
  );

const webAddress = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:/i.test(url) ? url : null;

function toStatus({ status, withdrawnAt }: OpportunityFacts): Opportunity['status'] {
  if (withdrawnAt !== null)
    return { value: 'custom', customValue: 'withdrawn', description: 'The portal no longer lists it.' };
  if (status === 'forthcoming') return { value: 'forecasted' };
  if (status === null)
    return {
      value: 'custom',
      customValue: 'unknown',
      description: 'The portal states no deadline; check the call page.',
    };
  return { value: status };
}

/** The window that counts now: the first with a deadline ahead, otherwise the last there was. */
function currentRound(card: OpportunityFacts): RoundCard | null {
  const next = card.nextDeadlineAt;
  return (
    card.rounds.find((round) => next !== null && round.deadlines.some((deadline) => deadline.at >= next)) ??
    card.rounds.at(-1) ??
    null
  );
}

function toFunding(round: RoundCard): Funding | undefined {
  const funding: Funding = {
    ...(round.budgetShared ? { details: 'The listed budget is shared with other topics of the call.' } : {}),
    ...(round.budgetEur === null ? {} : { totalAmountAvailable: euro(round.budgetEur) }),
    ...(round.minContributionEur === null ? {} : { minAwardAmount: euro(round.minContributionEur) }),
    ...(round.maxContributionEur === null ? {} : { maxAwardAmount: euro(round.maxContributionEur) }),
    ...(round.expectedGrants === null ? {} : { estimatedAwardCount: round.expectedGrants }),
  };
  return Object.keys(funding).length === 0 ? undefined : funding;
}

function toTimeline(round: RoundCard, next: Instant | null): Timeline | undefined {
  const closing = round.deadlines.find((deadline) => deadline.at === next) ?? round.deadlines.at(-1);
  const others = round.deadlines.filter((deadline) => deadline !== closing);
  const timeline: Timeline = {
    ...(round.opensOn === null
      ? {}
      : { postDate: { name: 'Opening of the submission', eventType: 'singleDate' as const, date: round.opensOn } }),
    ...(closing === undefined ? {} : { closeDate: closingDate('Deadline', closing.at) }),
    ...(others.length === 0
      ? {}
      : { otherDates: Object.fromEntries(others.map((deadline, index) => otherDate(deadline, index))) }),
  };
  return Object.keys(timeline).length === 0 ? undefined : timeline;
}

function otherDate(deadline: RoundCard['deadlines'][number], index: number): [string, SingleDate] {
  if (deadline.stage !== undefined)
    return [`stage${deadline.stage}`, closingDate(`Deadline of stage ${deadline.stage}`, deadline.at)];
  if (deadline.cutOff !== undefined)
    return [`cutOff${deadline.cutOff}`, closingDate(`Cut-off ${deadline.cutOff}`, deadline.at)];
  return [`deadline${index + 1}`, closingDate('Deadline', deadline.at)];
}

// Making one costs more than all its uses. Swedes write days and times as ISO does: `2026-10-08 17:00:00`.
const BRUSSELS_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: BRUSSELS,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The protocol's `time` has no zone, so the description names it. */
function closingDate(name: string, at: Instant): SingleDate {
  const [date = '', time = ''] = BRUSSELS_CLOCK.format(new Date(at)).split(' ');
  return { name, eventType: 'singleDate', date, time, description: `${time.slice(0, 5)} Europe/Brussels (${at})` };
}

/** Decimal string, two places, as the protocol's Money asks. */
const euro = (amount: number): Money => ({ amount: amount.toFixed(2), currency: 'EUR' });
