/** Something odd that people should see on *Fonti*; it never stops a scan. */
export const ISSUE_KINDS = [
  'unknown-programme',
  'unknown-action-type',
  'unknown-status',
  'unknown-deadline-model',
  'unknown-field',
  'unreadable-date',
  'row-without-key',
  'unreadable-row',
  'unreadable-field',
  'dates-disagree',
  'section-cut',
  'details-unavailable',
  'languages-unavailable',
  'bulk-unavailable',
  'bulk-disagrees',
  'stale-index-row',
  'duplicate-row',
  'hour-uncertain',
  'unsafe-link',
  'repaired-text',
  'unknown-code',
  'bad-line',
] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

export interface Issue {
  kind: IssueKind;
  /** The topic key, code or line it is about. */
  subject: string;
  message: string;
  /** The offending value, shortened to 200 characters. */
  value: string | null;
}
