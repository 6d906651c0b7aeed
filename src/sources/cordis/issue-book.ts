import type { Issue, IssueKind } from '../../domain/issue.ts';

/** Gathers oddities, one entry for each kind and subject however many rows have it; the first value stands as example. */
export class IssueBook {
  private readonly entries = new Map<string, { issue: Issue; count: number }>();

  add(kind: IssueKind, subject: string, message: string, value: string | null = null): void {
    const key = `${kind} ${subject}`;
    const known = this.entries.get(key);
    if (known !== undefined) known.count += 1;
    else this.entries.set(key, { issue: { kind, subject, message, value: value?.slice(0, 200) ?? null }, count: 1 });
  }

  /** The issues, each message with how often it came. */
  list(): Issue[] {
    return [...this.entries.values()].map(({ issue, count }) =>
      count === 1 ? issue : { ...issue, message: `${issue.message} (${count} times)` },
    );
  }
}
