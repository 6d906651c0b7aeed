import type { Notes } from '../../normalise/notes.ts';
import type { CallText, Facts } from './facts.ts';
import { actionsSchema, type TopicDetails } from './payload.ts';

/** What a topicDetails file says. It exists for work-programme topics only (PORTAL-CONTRACT §3). */
export function readDetails(details: TopicDetails, notes: Notes): Facts {
  const { frameworkProgramme: programme } = details;
  return {
    kind: 'topic',
    identifier: details.identifier.trim(),
    reference: null,
    title: details.title ?? null,
    callIdentifier: details.callIdentifier ?? null,
    callTitle: details.callTitle ?? null,
    ccm2Id: details.ccm2Id ?? null,
    callccm2Id: details.callccm2Id ?? null,
    programme: programme ? { id: programme.id ?? null, abbreviation: programme.abbreviation ?? null } : null,
    statusCode: statusOf(details.actions, notes),
    actionLabels: [],
    keywords: (details.keywords ?? []).filter((word) => typeof word === 'string'),
    divisions: (details.programmeDivision ?? []).flatMap((division) => division?.id ?? []),
    actions: details.actions ?? null,
    budgetOverview: details.budgetOverviewJSONItem ?? null,
    openings: [],
    deadlines: [],
    deadlineModel: null,
    ownBudget: null,
    texts: textsOf(details),
  };
}

/** Each action has its own status; for the topic the liveliest one speaks. */
function statusOf(raw: unknown, notes: Notes): string | null {
  if (raw === null || raw === undefined) return null;
  const actions = actionsSchema.safeParse(raw);
  if (!actions.success) {
    notes.add('unreadable-field', 'actions: expected a list of actions', raw);
    return null;
  }
  const codes = actions.data.flatMap((action) => action.status?.id ?? []);
  return ['31094502', '31094501', '31094503'].find((code) => codes.includes(code)) ?? codes[0] ?? null;
}

function textsOf({ description, conditions }: TopicDetails): CallText[] {
  const texts: CallText[] = [];
  if (description) texts.push({ part: 'description', html: description });
  if (conditions) texts.push({ part: 'conditions', html: conditions });
  return texts;
}
