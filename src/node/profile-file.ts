import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../db/project-root.node.ts';
import { ConfigError } from '../config.ts';
import { type CityProfile, CityProfileError, parseCityProfile } from '../domain/city-profile.ts';

const BUNDLED = join(PROJECT_ROOT, 'db/seed/profiles');

/** The profile of a bundled name (`milano`) or of a file. Throws a `ConfigError` that names what is wrong with it. */
export function readProfileFile(nameOrPath: string): CityProfile {
  const bundled = join(BUNDLED, `${nameOrPath}.json`);
  const path = /^[a-z0-9-]+$/.test(nameOrPath) && existsSync(bundled) ? bundled : nameOrPath;
  try {
    return parseCityProfile(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ConfigError(problemsOf(error, nameOrPath).map((problem) => `CITY_PROFILE: ${problem}`));
  }
}

function problemsOf(error: unknown, name: string): readonly string[] {
  if (error instanceof CityProfileError) return error.problems.map((problem) => `${name}: ${problem}`);
  if (error instanceof SyntaxError) return [`${name} is no JSON: ${error.message}`];
  const known = readdirSync(BUNDLED).map((file) => file.replace(/\.json$/, ''));
  return [`«${name}» is neither a bundled profile (${known.join(', ')}) nor a file that can be read`];
}
