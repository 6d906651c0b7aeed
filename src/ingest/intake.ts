import { touchTopics } from '../../db/repositories/topics-write.ts';
import type { Issue } from '../domain/issue.ts';
import { submissionStatus } from '../domain/submission-status.ts';
import type { TopicKey } from '../domain/topic.ts';
import type { SourceRow } from '../sources/reading.ts';
import { chooseRows, type FreshRow } from './choose-rows.ts';
import { readDetailsOf } from './details-of.ts';
import { findRenamed } from './find-renamed.ts';
import { rawStatements, searchDocument } from './raw-store.ts';
import type { ScanContext } from './scan-context.ts';
import { type DraftToStore, storeTopics } from './store-topics.ts';
import { writeAll } from './write-all.ts';

export interface SeenRow {
  key: TopicKey;
  name: string;
  /** Null while only its identity was seen. */
  hash: string | null;
}

/** An intake between two steps. */
export interface LeftIntake {
  seen: [reference: string, key: TopicKey, name: string, hash: string | null][];
  untouched: TopicKey[];
  waiting: FreshRow[];
  undecided: DraftToStore[];
}

/** Rows a write: few enough that what they turn into dies young, where the garbage collector is cheap. */
const CHUNK = 20;

/**
 * Takes the rows of one kind in, page by page, and brings the catalogue up to them: the unchanged are only touched, the
 * others are kept raw, mapped and merged, some at a time, so that nothing piles up in memory. Rows come sorted by key, and
 * those of one key are never parted: they may be two rows of one topic.
 */
export class Intake {
  readonly seen = new Map<string, SeenRow>();
  private readonly untouched = new Set<TopicKey>();
  private waiting: FreshRow[] = [];
  /** Topics with a known number under an unknown identifier: a rename, if the old one turns out to be gone. */
  private undecided: DraftToStore[] = [];

  constructor(private readonly scan: ScanContext) {}

  /** Takes an intake up again where `leave` left it. */
  static resume(scan: ScanContext, left: LeftIntake): Intake {
    const intake = new Intake(scan);
    for (const [reference, key, name, hash] of left.seen) intake.seen.set(reference, { key, name, hash });
    for (const key of left.untouched) intake.untouched.add(key);
    intake.waiting = left.waiting;
    intake.undecided = left.undecided;
    return intake;
  }

  /** Stores what waits, but for the last topic's rows: the next page may hold another one. What is left is plain JSON. */
  async leave(): Promise<LeftIntake> {
    const last = this.waiting.at(-1)?.key;
    const held = this.waiting.filter(({ key }) => key === last);
    this.waiting = this.waiting.filter(({ key }) => key !== last);
    await this.storeWaiting();
    this.waiting = held;
    return {
      // Whether the row's text was read is all that is asked of a hash later.
      seen: [...this.seen].map(([reference, { key, name, hash }]) => [
        reference,
        key,
        name,
        hash === null ? null : '+',
      ]),
      untouched: [...this.untouched],
      waiting: held,
      undecided: this.undecided,
    };
  }

  get keys(): Set<TopicKey> {
    return new Set([...this.seen.values()].map(({ key }) => key));
  }

  /** Names of rows of which only the identity was seen. */
  namesWithoutText(): string[] {
    return [...this.seen.values()].filter(({ hash }) => hash === null).map(({ name }) => name);
  }

  addIdentities(rows: readonly SourceRow[]): void {
    for (const { reference, key, name } of rows) {
      if (!this.seen.has(reference)) this.seen.set(reference, { key, name, hash: null });
    }
  }

  /** A topic that a row shows to be there, without saying anything of it that can be read. */
  addSighting(reference: string, key: TopicKey): void {
    if (this.seen.has(reference)) return;
    this.seen.set(reference, { key, name: key, hash: 'sighting' });
    this.untouched.add(key);
  }

  async addFull(rows: readonly SourceRow[]): Promise<void> {
    for (const { reference, key, name, payload } of rows) {
      if (this.seen.get(reference)?.hash) continue;
      const hash = this.scan.mapping.hashRow(payload);
      this.seen.set(reference, { key, name, hash });
      if (this.isUnchanged(key, hash)) {
        this.untouched.add(key);
        continue;
      }
      if (this.waiting.length >= CHUNK && this.waiting.at(-1)?.key !== key) await this.storeWaiting();
      this.waiting.push({ key, reference, hash, row: payload });
    }
  }

  /** Nothing more comes. Only a complete list proves that an old identifier is gone. */
  async finish(listIsComplete: boolean): Promise<void> {
    await this.storeWaiting();
    const listed = this.keys;
    const decided = this.undecided.map((one) => {
      const gone = listIsComplete && one.knownAs !== null && !listed.has(one.knownAs);
      return gone ? one : { ...one, knownAs: null };
    });
    await storeTopics(this.scan, decided, []);
    this.scan.counts.unchanged += this.untouched.size;
    this.scan.counts.topics += listed.size;
    if (this.untouched.size > 0)
      await writeAll(this.scan.db, [touchTopics(this.scan.db, [...this.untouched], this.scan.at)]);
  }

  /** A row alone decides, unless the topic also hangs on a details file (`+`), which must be asked for again. */
  private isUnchanged(key: TopicKey, hash: string): boolean {
    const known = this.scan.known.get(key)?.rawHash ?? null;
    if (known === hash) return true;
    // Details files of a closed archive do not change; asking for thousands of them every time would be rude.
    return this.scan.archive !== null && known?.startsWith(`${hash}+`) === true;
  }

  private async storeWaiting(): Promise<void> {
    const rows = this.waiting;
    if (rows.length === 0) return;
    this.waiting = [];
    const { scan } = this;
    const { chosen, issues } = await chooseRows(scan, rows);
    const kept = rows.map(({ reference, key, hash, row }) => ({
      document: searchDocument(reference),
      topicKey: key,
      hash,
      payload: row,
    }));
    const ready = await this.sortOutRenames(await this.map(chosen, issues));
    await storeTopics(scan, ready, issues, rawStatements(scan, kept));
  }

  private async map(chosen: readonly FreshRow[], issues: Issue[]): Promise<DraftToStore[]> {
    const { scan } = this;
    const lacking = chosen.filter(({ row }) => scan.mapping.needsDetails(row));
    const over = new Set(lacking.filter(({ row }) => this.isOver(row)).map(({ key }) => key));
    const details = await readDetailsOf(
      scan,
      lacking.map(({ key }) => key),
      over,
    );
    return chosen.flatMap(({ key, row, hash }) => {
      const own = details.get(key);
      const rawHash = own === undefined ? hash : `${hash}+${own.hash}`;
      if (scan.known.get(key)?.rawHash === rawHash) {
        this.untouched.add(key);
        return [];
      }
      const mapped = scan.mapping.map(own?.payload === undefined ? { row } : { row, details: own.payload });
      issues.push(...mapped.issues);
      return mapped.draft === null ? [] : [{ draft: mapped.draft, rawHash, knownAs: null }];
    });
  }

  /** Whether the row's own dates say that nobody can apply any more; in an archive that is so of every row. */
  private isOver(row: unknown): boolean {
    if (this.scan.archive !== null) return false;
    const rounds = this.scan.mapping.map({ row }).draft?.rounds ?? [];
    const unheard = { statedStatus: null, statedStatusCode: null, statedSince: null };
    return submissionStatus({ ...unheard, rounds }, this.scan.at) === 'closed';
  }

  private async sortOutRenames(drafts: readonly DraftToStore[]): Promise<DraftToStore[]> {
    const former = await findRenamed(
      this.scan,
      drafts.map(({ draft }) => draft),
    );
    return drafts.flatMap((one) => {
      const found = former.get(one.draft.key);
      if (found === undefined) return [one];
      if (found.certain) return [{ ...one, knownAs: found.key }];
      this.undecided.push({ ...one, knownAs: found.key });
      return [];
    });
  }
}
