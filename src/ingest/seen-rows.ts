import type { TopicKey } from '../domain/topic.ts';
import type { SourceRow } from '../sources/reading.ts';
import { rawStatements, searchDocument } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

export interface SeenRow {
  key: TopicKey;
  name: string;
  /** Null while only its identity was seen. */
  hash: string | null;
}

/** Rows held in memory until they are stored; beyond this they are read back from the raw documents. */
const MAX_HELD = 1_500;

/** The rows of one kind that a scan has seen, by reference. */
export class SeenRows {
  readonly byReference = new Map<string, SeenRow>();
  private readonly held = new Map<string, unknown>();

  constructor(private readonly scan: ScanContext) {}

  get keys(): Set<TopicKey> {
    return new Set([...this.byReference.values()].map(({ key }) => key));
  }

  addIdentities(rows: readonly SourceRow[]): void {
    for (const { reference, key, name } of rows) {
      if (!this.byReference.has(reference)) this.byReference.set(reference, { key, name, hash: null });
    }
  }

  /** Takes full rows in; what the catalogue does not have yet is kept as a raw document at once. */
  async addFull(rows: readonly SourceRow[]): Promise<void> {
    const fresh = [];
    for (const { reference, key, name, payload } of rows) {
      if (this.byReference.get(reference)?.hash) continue;
      const hash = this.scan.mapping.hashRow(payload);
      this.byReference.set(reference, { key, name, hash });
      if (this.scan.known.get(key)?.rawHash?.startsWith(hash) === true) continue;
      fresh.push({ document: searchDocument(reference), topicKey: key, hash, payload });
      if (this.held.size < MAX_HELD) this.held.set(reference, payload);
    }
    await writeAll(this.scan.db, await rawStatements(this.scan, fresh));
  }

  /** References of rows of which no full row was seen, by the name to ask for them. */
  namesWithoutText(): string[] {
    return [...this.byReference.values()].filter(({ hash }) => hash === null).map(({ name }) => name);
  }

  take(reference: string): unknown {
    const payload = this.held.get(reference);
    this.held.delete(reference);
    return payload;
  }

  /** References by key, in the order of sight. */
  groups(): Map<TopicKey, string[]> {
    const groups = new Map<TopicKey, string[]>();
    for (const [reference, { key, hash }] of this.byReference) {
      if (hash === null) continue;
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [reference]);
      else own.push(reference);
    }
    return groups;
  }
}
