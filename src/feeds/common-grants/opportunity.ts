import { BRUSSELS, brusselsDay } from '../../domain/brussels.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { RoundCard, TopicCard } from '../../domain/topic-card.ts';
import { type CustomField, customFields } from './custom-fields.ts';
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

export function toOpportunity(key: string, card: TopicCard, description: string): Opportunity {
  const round = currentRound(card);
  const funding = round === null ? undefined : toFunding(round);
  const keyDates = round === null ? undefined : toTimeline(round, card.nextDeadlineAt);
  return {
    id: opportunityId(key),
    title: card.title,
    status: toStatus(card),
    description: description === '' ? card.title : description,
    ...(funding === undefined ? {} : { funding }),
    ...(keyDates === undefined ? {} : { keyDates }),
    ...(card.url === null ? {} : { source: card.url }),
    customFields: customFields(card),
    createdAt: card.firstSeenAt,
    // Of the last material change, never now: a mirror may trust it.
    lastModifiedAt: card.lastChangedAt ?? card.firstSeenAt,
  };
}

function toStatus(card: TopicCard): Opportunity['status'] {
  if (card.status === 'forthcoming') return { value: 'forecasted' };
  if (card.status === null)
    return {
      value: 'custom',
      customValue: 'unknown',
      description: 'The portal states no deadline; check the call page.',
    };
  return { value: card.status };
}

/** The window that counts now: the first with a deadline ahead, otherwise the last there was. */
function currentRound(card: TopicCard): RoundCard | null {
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

/** The protocol's `time` has no zone, so the description names it. */
function closingDate(name: string, at: Instant): SingleDate {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: BRUSSELS,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
  return {
    name,
    eventType: 'singleDate',
    date: brusselsDay(at),
    time,
    description: `${time.slice(0, 5)} Europe/Brussels (${at})`,
  };
}

/** Decimal string, two places, as the protocol's Money asks. */
const euro = (amount: number): Money => ({ amount: amount.toFixed(2), currency: 'EUR' });
