import { brusselsInstant } from '../../src/domain/brussels.ts';
import type { Round, TopicDraft } from '../../src/domain/topic.ts';

/** A round of a single deadline at 17:00 Brussels, unless told otherwise. */
export function aRound({ closesOn = '2027-01-28', ...own }: Partial<Round> & { closesOn?: string } = {}): Round {
  return {
    opensOn: '2026-09-15',
    deadlineModel: 'single-stage',
    deadlines: [{ at: brusselsInstant(closesOn, 17) }],
    budgetEur: 20_000_000,
    budgetShared: false,
    expectedGrants: 2,
    minContributionEur: null,
    maxContributionEur: null,
    ...own,
  };
}

let made = 0;

/** A topic that can be told apart from the others; everything else as a plain Horizon Europe topic. */
export function aTopic(own: Partial<TopicDraft> = {}): TopicDraft {
  made += 1;
  const identifier = own.identifier ?? `HORIZON-MADE-UP-2027-${String(made).padStart(3, '0')}`;
  return {
    key: own.reference ?? identifier,
    kind: 'topic',
    identifier,
    reference: null,
    title: 'A made-up topic',
    programme: 'HORIZON',
    callIdentifier: null,
    callTitle: null,
    parentIdentifier: null,
    url: null,
    stated: null,
    typesOfAction: ['RIA'],
    keywords: [],
    programmeParts: [],
    rounds: [aRound()],
    sections: [],
    aliases: [],
    ...own,
  };
}

/** Text under one heading, as the portal's HTML becomes it. */
export const aSection = (text: string, heading = 'Scope') =>
  ({ kind: 'scope', heading, html: `<p>${text}</p>`, text }) as const;
