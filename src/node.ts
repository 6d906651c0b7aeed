import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { PROJECT_ROOT } from '../db/project-root.node.ts';
import type { NodeStore } from '../db/store.node.ts';
import { type Config, ConfigError, readConfig, SETTINGS } from './config.ts';
import type { CityProfile } from './domain/city-profile.ts';
import type { Clock, Logger } from './domain/ports.ts';
import { keepHeapLean } from './ingest/lean-heap.ts';
import { createNodeHttp } from './ingest/node-http.ts';
import { createPoliteFetcher } from './ingest/polite-fetcher.ts';
import { openStoreAt, storeProblem } from './node/database-path.ts';
import { mailerOf } from './node/mailer-of.ts';
import { nightlyBackup } from './node/nightly-backup.ts';
import { readProfileFile } from './node/profile-file.ts';
import { readSecretKey } from './node/secret-key.ts';
import { nodeWebhookSender } from './node/webhook-sender.ts';
import { nodeWorkplace } from './node/workplace.ts';
import { QUALITY_REPORT_FILE, type QualityReport, qualityReportSchema } from './scoring/quality/quality-report.ts';
import { parseScoringData, SCORING_DATA_FILES, type ScoringData } from './scoring/scoring-data.ts';
import { renewTrackRecord } from './services/collect/renew-track-record.ts';
import type { Deps } from './services/deps.ts';
import { type LearningScorer, learningScorer } from './services/matching/learning-scorer.ts';
import { ERROR_SERIALIZERS } from './services/operate/told-error.ts';

/** What the environment says, checked as a whole. */
export interface Setup {
  config: Config;
  profile: CityProfile;
}

/** Everything that a command on Node works with. */
export interface NodeRuntime extends Setup {
  deps: Deps;
  store: NodeStore;
  secretKey: string;
}

const DATA = join(PROJECT_ROOT, 'src/scoring/data');
export const VERSION = packageVersion();

/** Reads the environment, and what it names: profile and store. Throws one `ConfigError` with all that is wrong. */
export function readSetup(environment: Readonly<Record<string, string | undefined>>): Setup {
  const problems: string[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const config = attempt(() => readConfig(environment));
  const profile = attempt(() => readProfileFile(environment['CITY_PROFILE']?.trim() || 'milano'));
  const path = environment['DATABASE_PATH']?.trim() || SETTINGS.DATABASE_PATH.schema.parse(undefined);
  const place = storeProblem(path);
  if (place !== null) problems.push(`DATABASE_PATH: "${path}": ${place}`);
  if (problems.length > 0 || config === undefined || profile === undefined) throw new ConfigError(problems);
  return { config, profile };
}

/** Opens (makes, migrates) the store and builds the dependencies over it. */
export async function openRuntime({ config, profile }: Setup): Promise<NodeRuntime> {
  keepHeapLean();
  const store = await openStoreAt(config.DATABASE_PATH);
  const secretKey = config.SECRET_KEY ?? readSecretKey(config.DATABASE_PATH);
  const scorer = lazyScorer(profile);
  const deps: Deps = {
    db: store.db,
    clock: clockOf(config.AS_OF),
    log: createLog(config.LOG_LEVEL),
    profile,
    scorer,
    learn: scorer.learn,
    quality: readQualityReport,
    fetcher: createPoliteFetcher({ http: createNodeHttp(), version: VERSION, contact: config.COLLECT_CONTACT }),
    baseUrl: config.BASE_URL,
    listensAt: `http://${inUrl(config.HOST)}:${config.PORT}`,
    webhooks: nodeWebhookSender({ allowPrivate: config.WEBHOOK_ALLOW_PRIVATE }),
    secretKey,
    workplace: nodeWorkplace,
    backup: () =>
      nightlyBackup({
        store,
        directory: config.BACKUP_DIR ?? join(dirname(config.DATABASE_PATH), 'backups'),
        keep: config.BACKUP_KEEP,
        secretKey,
        at: new Date().toISOString(),
      }),
    ...mailerOf(config),
    endpoints: {
      ftPortalSearchUrl: config.FT_PORTAL_SEARCH_URL,
      ftPortalDataUrl: config.FT_PORTAL_DATA_URL,
      cordisDataUrl: config.CORDIS_DATA_URL,
    },
  };
  await renewTrackRecord({ deps });
  return { config, profile, deps, store, secretKey };
}

/** The calendar: today's, or the one instant that `AS_OF` fixes. */
export function clockOf(asOf: string | undefined): Clock {
  return { now: () => asOf ?? `${new Date().toISOString().slice(0, 19)}Z` };
}

/** A host as addresses write it: IPv6 in brackets. */
export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Logs are JSON lines on stderr; stdout belongs to results. */
export function createLog(level: Config['LOG_LEVEL']): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: ERROR_SERIALIZERS },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** The scorer reads a few megabytes; commands that score nothing do not wait for it. */
export const lazyScorer = (profile: CityProfile): LearningScorer => learningScorer(profile, readScoringData);

let quality: QualityReport | null | undefined;

/** Read at the first wish: only one page and one verb want it. */
function readQualityReport(): QualityReport | null {
  if (quality === undefined) {
    const path = join(DATA, QUALITY_REPORT_FILE);
    quality = existsSync(path) ? qualityReportSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  }
  return quality;
}

export function readScoringData(): ScoringData {
  const read = (name: string): [string, unknown] => [name, JSON.parse(readFileSync(join(DATA, name), 'utf8'))];
  return parseScoringData(Object.fromEntries(SCORING_DATA_FILES.map(read)));
}

function packageVersion(): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  return typeof version === 'string' ? version : '0';
}
