import { z } from 'zod';
import { parseInstant } from './services/instants.ts';

/** One thing that the environment may say. */
interface Setting<Schema extends z.ZodType> {
  schema: Schema;
  /** What it is for, and what holds without it. */
  help: string;
}

const setting = <Schema extends z.ZodType>(schema: Schema, help: string): Setting<Schema> => ({ schema, help });

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], { error: 'write true or false' })
    .transform((word) => word === 'true' || word === '1')
    .default(fallback);

const wholeNumber = (from: number, to: number) => {
  const error = `write a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error);
};

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'write an http or https address' })
  .transform((url) => url.replace(/\/+$/, ''));

/** A shorter key could be guessed. */
export const SHORTEST_KEY = 32;
const key = z.string().min(SHORTEST_KEY, `at least ${SHORTEST_KEY} characters`);

/** An IP address or a name; whether this machine has it shows when it listens. */
const host = z.string().regex(/^[\p{L}\p{N}._:%-]+$/u, 'write an IP address or the name of a host');

/** `bandi@comune.example`, or with a name before it: `Bandolo <bandi@comune.example>`. */
const sender = z.string().regex(/^(?:[^<>@]*<)?[^\s<>@]+@[^\s<>@]+>?$/u, 'write a mail address, or Name <address>');

const instant = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'write an instant, e.g. 2026-11-22T09:00:00Z, or a day' });
  return z.NEVER;
});

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting of the environment; the README's table is held to this one by a test. */
export const SETTINGS = {
  DATABASE_PATH: setting(
    z.string().default('data/bandolo.db'),
    'File of the store; made, with its folder, where missing.',
  ),
  PORT: setting(wholeNumber(0, 65_535).default(3000), 'Port of the web server; 0 takes any free one.'),
  HOST: setting(host.default('127.0.0.1'), 'Address to listen on.'),
  BASE_URL: setting(httpUrl.optional(), 'Public address, for links in mails and feeds; otherwise that of the server.'),
  CITY_PROFILE: setting(z.string().default('milano'), 'Name of a bundled profile, or path of a profile file.'),
  AS_OF: setting(
    instant.optional(),
    'Fixes the calendar to an instant: statuses, days left, what is due. Nothing is collected then.',
  ),
  FT_PORTAL_SEARCH_URL: setting(
    httpUrl.default('https://api.tech.ec.europa.eu/search-api/prod/rest'),
    'Search of the Funding & Tenders Portal; /search and /facet are added.',
  ),
  FT_PORTAL_DATA_URL: setting(
    httpUrl.default('https://ec.europa.eu/info/funding-tenders/opportunities/data'),
    'Data files of the portal; /topicDetails/… and /referenceData/… are added.',
  ),
  CORDIS_DATA_URL: setting(httpUrl.default('https://cordis.europa.eu/data'), 'Bulk files of CORDIS.'),
  COLLECT_CONTACT: setting(
    z.email({ error: 'write a mail address' }).optional(),
    'Mail address in the user agent, so that a webmaster can reach you.',
  ),
  COLLECT_ON_START: setting(flag(true), 'Whether serve collects in the background when it starts.'),
  SMTP_URL: setting(z.url({ protocol: /^smtps?$/, error: 'write smtp://… or smtps://…' }).optional(), 'Mail server.'),
  MAIL_HTTP_URL: setting(httpUrl.optional(), 'Mail service by HTTP, where there is no SMTP.'),
  MAIL_FROM: setting(sender.optional(), 'Sender of all mail.'),
  SECRET_KEY: setting(
    key.optional(),
    'Signs cookies and links; otherwise made at the first start and kept beside the database, mode 0600.',
  ),
  BACKUP_DIR: setting(
    z.string().optional(),
    'Where the nightly backups are kept; without it, the folder backups beside the database.',
  ),
  BACKUP_KEEP: setting(wholeNumber(1, 3650).default(14), 'How many nightly backups are kept.'),
  HOUSE_KEY: setting(
    key.optional(),
    'Moving house to or from Workers: sent by the command line; a Worker that has it closes its pages until it is taken away.',
  ),
  TRUST_PROXY: setting(flag(false), 'Whether X-Forwarded-For of a proxy in front is believed.'),
  WEBHOOK_ALLOW_PRIVATE: setting(flag(false), 'Whether webhooks may go to private addresses.'),
  LOG_LEVEL: setting(
    z.enum(LOG_LEVELS, { error: `write one of ${LOG_LEVELS.join(', ')}` }).default('info'),
    'How much is logged on stderr.',
  ),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Config = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };

/** A configuration that cannot be used; `problems` names all of them, one line each. Exit code 78 (EX_CONFIG). */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

export const EXIT_CONFIG = 78;

/** The settings of an environment, or a `ConfigError` with everything that is wrong with it. An empty value is none. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(SETTINGS)) {
    const given = environment[name]?.trim();
    const parsed = schema.safeParse(given === '' ? undefined : given);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(`${name}: ${shown(name, given)}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  // Each name of the table was just parsed with its own schema.
  return values as Config;
}

/** Secrets and mail servers' passwords are not repeated on a terminal. */
const shown = (name: string, given: string | undefined): string =>
  ['SECRET_KEY', 'HOUSE_KEY', 'SMTP_URL'].includes(name) ? '(hidden)' : JSON.stringify(given ?? '');
