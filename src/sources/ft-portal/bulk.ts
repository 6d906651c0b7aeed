import type { Day, SubmissionStatus } from '../../domain/topic.ts';
import { parseDateLabel } from '../../normalise/date-label.ts';
import { dayOf } from '../../normalise/deadline-rule.ts';
import { statusByCode } from './lookups.ts';
import { bulkItemSchema } from './payload.ts';

/** What an item of `grantsTenders.json` can confirm or contradict. */
export interface BulkFacts {
  identifier: string;
  ccm2Id: string | null;
  status: SubmissionStatus | null;
  opensOn: Day | null;
  /** Ascending, past cut-offs included. */
  deadlineDays: Day[];
}

/** A grant of the bulk file; null for tenders and for what is no item. Some grants stand in it twice (§4.1). */
export function mapBulkItem(raw: unknown): BulkFacts | null {
  const parsed = bulkItemSchema.safeParse(raw);
  if (!parsed.success || parsed.data.type !== '1') return null;
  const item = parsed.data;
  return {
    identifier: item.identifier.trim(),
    ccm2Id: item.ccm2Id ?? null,
    status: statusByCode(item.status?.id ?? ''),
    opensOn: readDay(item.plannedOpeningDateLong),
    deadlineDays: [...new Set((item.deadlineDatesLong ?? []).flatMap((date) => readDay(date) ?? []))].sort(),
  };
}

function readDay(raw: unknown): Day | null {
  const label = parseDateLabel(raw);
  return label === null ? null : dayOf(label);
}
