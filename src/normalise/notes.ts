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
  return visible(text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);
}

/** The value goes to a page and a terminal: what it hides is shown, not repeated. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
