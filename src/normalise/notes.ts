import type { Issue, IssueKind } from '../domain/issue.ts';

const SHOWN = 200;

/** Gathers what was odd about one subject while it is being read; reading never stops for it. */
export class Notes {
  readonly subject: string;
  readonly issues: Issue[] = [];

  constructor(subject: string) {
    this.subject = subject;
  }

  add(kind: IssueKind, message: string, value: unknown = null, subject = this.subject): void {
    this.issues.push({ kind, subject, message, value: shown(value) });
  }
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value.slice(0, SHOWN + 1) : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
