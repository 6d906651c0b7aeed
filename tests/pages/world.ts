import { changes, issues, jobRuns, scanLevels, scans } from '../../db/schema/index.ts';
import type { NodeStore } from '../../db/store.node.ts';
import { createApp } from '../../src/app.ts';
import type { KindCertificate } from '../../src/domain/scan.ts';
import quality from '../../src/scoring/data/quality.json' with { type: 'json' };
import { qualityReportSchema } from '../../src/scoring/quality/quality-report.ts';
import type { Deps } from '../../src/services/deps.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { MILANO } from '../support/deps.ts';
import { readAsset } from '../support/page-files.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';
import { wordScorer } from './word-scorer.ts';

export const NOW = '2026-11-22T09:00:00Z';

/** The report as it ships. */
export const QUALITY = qualityReportSchema.parse(quality);

export { readAsset };

/** Dependencies with Milano's profile and a scorer that knows ten words, so that pages are tested apart from the matcher. */
export function pageDeps(store: NodeStore, own: Partial<Deps> = {}): Deps {
  const refuse = () => Promise.reject(new Error('a test reached for the network'));
  return {
    db: store.db,
    clock: { now: () => NOW },
    log: { debug: noop, info: noop, warn: noop, error: noop },
    profile: MILANO,
    scorer: wordScorer,
    quality: () => QUALITY,
    fetcher: { fetch: refuse, stream: refuse, traffic: { requests: 0, retries: 0, bytes: 0 } },
    endpoints: {
      ftPortalSearchUrl: 'http://portal.invalid',
      ftPortalDataUrl: 'http://portal.invalid',
      cordisDataUrl: 'http://cordis.invalid',
    },
    ...own,
  };
}

export const CYCLING = 'HORIZON-MISS-2027-CIT-01';
export const HEATING = 'LIFE-2027-CET-HEAT';
export const SMART_CITIES = 'LC-SC3-SCC-1-2018-2019-2020';
export const HOSTILE = 'HORIZON-HOSTILE-01';
export const UNDATED = 'FP10-UNKNOWN-01';

/** A small catalogue with every situation that a page must show. */
export async function worldStore(): Promise<NodeStore> {
  const store = await emptyStore();
  await seed(store, TOPICS);
  await scoreTopics({ deps: pageDeps(store) });
  await store.db.insert(scans).values([
    { ...SCAN, verdict: 'certified', certificate: certificate('certified', [kind('topic', 'certified')]) },
    {
      ...SCAN,
      startedAt: '2026-11-21T04:15:00Z',
      finishedAt: '2026-11-21T04:17:00Z',
      verdict: 'failed',
      reasons: ['topic: unreachable'],
      certificate: certificate('failed', [kind('topic', 'failed')]),
    },
  ]);
  await store.db.insert(scanLevels).values({
    source: 'ft-portal',
    kind: 'topic',
    archive: '',
    level: 901,
    candidate: 1200,
    candidateDays: ['2026-08-21'],
    acceptedAt: null,
  });
  await store.db.insert(issues).values({
    source: 'ft-portal',
    kind: 'unknown-programme',
    subject: '49999999',
    message: 'code is not in the table',
    value: '49999999',
    firstSeenAt: '2026-08-22T04:16:00Z',
    lastSeenAt: '2026-08-22T04:16:00Z',
  });
  await store.db.insert(jobRuns).values({
    job: 'collect',
    startedAt: '2026-11-21T04:15:00Z',
    finishedAt: '2026-11-21T04:17:00Z',
    outcome: 'failed',
    counts: { topics: 0 },
    message: 'topic: unreachable',
  });
  await store.db
    .insert(changes)
    .values([
      change('deadlines', [['2027-01-21T16:00Z']], [['2027-01-28T16:00Z']], true),
      change('statedStatus', 'forthcoming', 'open', true),
      change('keywords', [], ['cycling'], false),
    ]);
  return store;
}

/** The app over the small catalogue, as the entries mount it. */
export async function worldApp(own: Partial<Deps> = {}) {
  return createApp(pageDeps(await worldStore(), own), { readAsset });
}

const TOPICS = [
  aTopic({
    identifier: CYCLING,
    title: 'Safe cycling and urban mobility in cities',
    url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/x',
    typesOfAction: ['IA'],
    keywords: ['urban', 'cycling'],
    stated: { status: 'open', code: '31094502' },
    aliases: ['HORIZON-OLD-NAME-01'],
    sections: [
      aSection(
        'Cycle paths link neighbourhoods. Cities & municipalities test them in living labs.',
        'Expected Outcome',
      ),
      aSection('Urban logistics and public transport are in scope; rural areas are not.'),
    ],
  }),
  aTopic({
    identifier: HEATING,
    title: 'District heating plans of municipalities',
    programme: 'LIFE',
    typesOfAction: ['LIFE-PG'],
    stated: { status: 'forthcoming', code: '31094501' },
    rounds: [
      aRound({
        opensOn: '2027-04-20',
        closesOn: '2027-09-16',
        deadlineModel: 'two-stage',
        deadlines: [
          { at: '2027-09-16T15:00:00Z', stage: 1 },
          { at: '2028-02-10T16:00:00Z', stage: 2 },
        ],
        budgetEur: 750_000,
        budgetShared: true,
        expectedGrants: null,
      }),
    ],
  }),
  aTopic({
    identifier: SMART_CITIES,
    title: 'Smart Cities and Communities',
    programme: 'H2020',
    typesOfAction: ['IA'],
    rounds: [
      aRound({ opensOn: '2017-12-05', closesOn: '2018-04-05' }),
      aRound({ opensOn: '2018-09-05', closesOn: '2019-02-05' }),
      aRound({ opensOn: '2019-09-05', closesOn: '2020-01-29' }),
    ],
  }),
  ...['41550001', '41550002'].map((reference) =>
    aTopic({
      kind: 'cascade',
      identifier: 'HORIZON-EIT-2025-KIC',
      key: `${reference}COMPETITIVE`,
      reference: `${reference}COMPETITIVE`,
      title: `Open call ${reference} for urban pilots`,
      rounds: [aRound({ deadlines: [{ at: '2027-01-15T22:59:59Z', hourUncertain: true }] })],
    }),
  ),
  aTopic({
    identifier: HOSTILE,
    title: '=HYPERLINK("http://evil.example") <script>alert(1)</script> \u202Ecities',
    url: 'javascript:alert(1)',
    sections: [
      {
        kind: 'scope',
        heading: '<img src=x onerror=alert(1)>',
        html: '<p onclick="alert(1)">In <a href="javascript:alert(1)">cities</a><script>alert(2)</script></p>',
        text: 'In citiesalert(2)',
      },
    ],
  }),
  aTopic({ identifier: UNDATED, title: 'A call of an unknown programme for cities', programme: 'FP10', rounds: [] }),
];

const SCAN = {
  source: 'ft-portal',
  startedAt: '2026-08-22T04:15:00Z',
  finishedAt: '2026-08-22T04:19:12Z',
  reasons: [] as string[],
  passes: 2,
  topics: 7,
  added: 7,
};

const kind = (name: KindCertificate['kind'], verdict: KindCertificate['verdict']): KindCertificate => ({
  kind: name,
  verdict,
  reasons: verdict === 'failed' ? [{ reason: 'unreachable', detail: '503 four times' }] : [],
  passes: 2,
  pages: 10,
  totalStated: 905,
  uniqueKeys: 905,
  repeated: 0,
  keysHash: verdict === 'certified' ? '96ec2bf28e5009ae' : null,
  baseline: 901,
});

const certificate = (verdict: KindCertificate['verdict'], kinds: KindCertificate[]) => ({
  source: 'ft-portal',
  archive: null,
  startedAt: SCAN.startedAt,
  finishedAt: SCAN.finishedAt,
  verdict,
  reasons: [],
  kinds,
  requests: 24,
  retries: 1,
  bytes: 1_000_000,
});

const change = (field: string, before: unknown, after: unknown, material: boolean) => ({
  topicKey: CYCLING,
  at: '2026-10-02T04:20:00Z',
  field,
  before,
  after,
  material,
  source: 'ft-portal',
  scanId: 1,
});

const noop = () => undefined;
