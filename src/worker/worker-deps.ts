import type { D1Database, RateLimit, SendEmail } from '@cloudflare/workers-types';
import pino from 'pino';
import type { D1Meter } from '../../db/metered-d1.ts';
import { openD1Store } from '../../db/store.d1.ts';
import { asksAsAnybody } from '../api/cache-policy.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { parseCityProfile } from '../domain/city-profile.ts';
import { createPoliteFetcher } from '../ingest/polite-fetcher.ts';
import { httpMailer } from '../node/http-mailer.ts';
import { senderOf } from '../node/sender-of.ts';
import { QUALITY_REPORT_FILE, type QualityReport, qualityReportSchema } from '../scoring/quality/quality-report.ts';
import { parseScoringData, SCORING_DATA_FILES } from '../scoring/scoring-data.ts';
import { renewTrackRecord } from '../services/collect/renew-track-record.ts';
import type { Deps } from '../services/deps.ts';
import { learningScorer } from '../services/matching/learning-scorer.ts';
import { ERROR_SERIALIZERS } from '../services/operate/told-error.ts';
import { type AssetReader, type AssetsBinding, assetReader, readJsonAsset } from './assets.ts';
import { bindingMailer } from './binding-mailer.ts';
import { fetchWebhookSender } from './webhook-sender.ts';

/** Bindings of wrangler.toml; the settings of `src/config.ts` come beside them as variables and secrets. */
export interface WorkerEnv {
  DB: D1Database;
  ASSETS: AssetsBinding;
  /** Mail, where MAIL_HTTP_URL names no service. */
  MAIL?: SendEmail;
  /** How often one address may ask, over all isolates of a place. */
  RATES?: RateLimit;
  /** Names of jobs that a step left unfinished. */
  STEPS?: { send(job: string): Promise<unknown> };
  [setting: string]: unknown;
}

export interface WorkerRuntime {
  deps: Deps;
  config: Config;
  readAsset: AssetReader;
  meter: D1Meter;
}

/** Builds what every request of an isolate shares; the scoring data are read once. Throws `ConfigError`. */
export async function openWorkerRuntime(env: WorkerEnv): Promise<WorkerRuntime> {
  const config = readWorkerConfig(env);
  const readAsset = assetReader(env.ASSETS);
  const profile = parseCityProfile(await readJsonAsset(readAsset, `profiles/${config.CITY_PROFILE}.json`));
  const files = await Promise.all(
    SCORING_DATA_FILES.map(
      async (name): Promise<[string, unknown]> => [name, await readJsonAsset(readAsset, `scoring/${name}`)],
    ),
  );
  const data = parseScoringData(Object.fromEntries(files));
  const scorer = learningScorer(profile, () => data);
  const quality = await readQualityReport(readAsset);
  const store = openD1Store(env.DB, { rowsToo: config.LOG_LEVEL === 'trace' });
  const deps: Deps = {
    db: store.db,
    meter: store.meter,
    nearest: (request) => store.session(asksAsAnybody(request) ? 'nearest' : 'primary'),
    clock: { now: () => config.AS_OF ?? `${new Date().toISOString().slice(0, 19)}Z` },
    log: pino({ level: config.LOG_LEVEL, base: null, serializers: ERROR_SERIALIZERS }),
    profile,
    scorer,
    learn: scorer.learn,
    quality: () => quality,
    fetcher: createPoliteFetcher({ version: 'worker', contact: config.COLLECT_CONTACT }),
    baseUrl: config.BASE_URL,
    webhooks: fetchWebhookSender({ allowPrivate: config.WEBHOOK_ALLOW_PRIVATE }),
    secretKey: config.SECRET_KEY,
    ...mailerOf(env, config),
    endpoints: {
      ftPortalSearchUrl: config.FT_PORTAL_SEARCH_URL,
      ftPortalDataUrl: config.FT_PORTAL_DATA_URL,
      cordisDataUrl: config.CORDIS_DATA_URL,
    },
  };
  await renewTrackRecord({ deps });
  return { deps, config, readAsset, meter: store.meter };
}

/** Nobody keeps a key for a Worker: without one, the links of its mails would hold until the isolate ends. */
function readWorkerConfig(env: WorkerEnv): Config & { SECRET_KEY: string } {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const config = readConfig(Object.fromEntries(texts));
  const { SECRET_KEY } = config;
  if (SECRET_KEY === undefined) throw new ConfigError(['SECRET_KEY: set it with: npx wrangler secret put SECRET_KEY']);
  return { ...config, SECRET_KEY };
}

/** The service that was named, else the binding; without either, mails wait under Amministrazione. */
function mailerOf(env: WorkerEnv, config: Config): Pick<Deps, 'mailer'> {
  const from = senderOf(config);
  if (config.MAIL_HTTP_URL !== undefined) return { mailer: httpMailer({ url: config.MAIL_HTTP_URL, from }) };
  return env.MAIL === undefined ? {} : { mailer: bindingMailer({ binding: env.MAIL, from }) };
}

/** Null where the assets were laid out without it: the page says so, everything else works. */
async function readQualityReport(readAsset: AssetReader): Promise<QualityReport | null> {
  const report = await readJsonAsset(readAsset, `scoring/${QUALITY_REPORT_FILE}`).catch(() => null);
  return report === null ? null : qualityReportSchema.parse(report);
}
