import type { Command } from 'commander';
import { issueApiKey, issueApiKeySchema, listApiKeys, revokeApiKey } from '../services/operate/api-keys.ts';
import { print, printJson, table, tell } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `key add|list|revoke`: keys with which partners read the API. */
export function addKeyVerbs(program: Command): void {
  const key = program.command('key').description("partners' keys for the API");
  key
    .command('add <partner>')
    .description('make a key for a partner (PIC or id) and print it; it is not shown again')
    .option(
      '--scopes <list>',
      'topics:read, matches:read, interests:write, evaluations:read',
      'topics:read,matches:read',
    )
    .option('--label <text>', 'what it is for')
    .option('--json', 'for machines')
    .action(addKey);
  key.command('list').description('every key, by its public prefix').option('--json', 'for machines').action(listKeys);
  key
    .command('revoke <prefix>')
    .description('end a key for good')
    .action((prefix: string) =>
      withRuntime(async ({ deps }) => {
        await revokeApiKey({ deps, input: { prefix } });
        tell(`${prefix} opens nothing any more`);
      }),
    );
}

async function addKey(partner: string, given: { scopes: string; label?: string; json?: boolean }): Promise<void> {
  const scopes = given.scopes.split(',').map((word) => word.trim());
  const input = parseOptions(issueApiKeySchema, { partner, scopes, label: given.label });
  const { key, card } = await withRuntime(({ deps }) => issueApiKey({ deps, input }));
  if (given.json === true) await printJson({ key, ...card });
  else {
    await print(key);
    tell(`For ${card.partner}, ${card.scopes.join(', ')}. Keep it now: only its hash is stored.`);
  }
}

async function listKeys({ json }: { json?: boolean }): Promise<void> {
  const keys = await withRuntime(({ deps }) => listApiKeys({ deps }));
  if (json === true) return await printJson(keys);
  await print(
    table([
      ['prefix', 'partner', 'scopes', 'created', 'last used', 'revoked', 'label'],
      ...keys.map(({ prefix, partner, scopes, createdAt, lastUsedAt, revokedAt, label }) => [
        prefix,
        partner,
        scopes.join(','),
        createdAt.slice(0, 10),
        lastUsedAt ?? '–',
        revokedAt?.slice(0, 10) ?? '–',
        label,
      ]),
    ]),
  );
}
