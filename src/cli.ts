import { Command, CommanderError } from 'commander';
import { addBacktestVerb } from './cli/backtest-verb.ts';
import { addCatalogueVerbs } from './cli/catalogue.ts';
import { addCollectVerbs } from './cli/collect-verbs.ts';
import { addDeliveryVerbs } from './cli/delivery-verbs.ts';
import { addFileVerbs } from './cli/file-verbs.ts';
import { addHouseVerbs } from './cli/house-verbs.ts';
import { addKeyVerbs } from './cli/key.ts';
import { addOperateVerbs } from './cli/operate-verbs.ts';
import { EXIT, tell } from './cli/output.ts';
import { UsageError } from './cli/parse-options.ts';
import { addReadVerbs } from './cli/read-verbs.ts';
import { serve } from './cli/serve.ts';
import { storeFaultWords } from './cli/store-fault.ts';
import { addUserVerbs } from './cli/user.ts';
import { ConfigError, EXIT_CONFIG } from './config.ts';
import { Failure } from './domain/errors.ts';
import { VERSION } from './node.ts';
import { errorWords } from './services/operate/told-error.ts';

const program = new Command('bandolo')
  .description('Finds, out of every EU funding call, the few that a city and its partners should judge.')
  .version(VERSION)
  .showHelpAfterError('(bandolo --help lists the verbs)')
  .exitOverride();
program
  .command('serve')
  .description('migrate, load the snapshot, score, serve pages and API, keep the jobs')
  .action(serve);
addCollectVerbs(program);
addFileVerbs(program);
addReadVerbs(program);
addBacktestVerb(program);
addOperateVerbs(program);
addKeyVerbs(program);
addUserVerbs(program);
addDeliveryVerbs(program);
addCatalogueVerbs(program);
addHouseVerbs(program);
// A subcommand takes over its parent's settings only when it is made after them; say it for all.
for (const command of program.commands) command.exitOverride().showHelpAfterError();

// Whoever reads has read enough: `bandolo score-file … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ConfigError) return said(error, EXIT_CONFIG);
  if (error instanceof UsageError) return said(error, EXIT.usage);
  if (error instanceof Failure) return said(error, EXIT.failed);
  const fault = storeFaultWords(error, process.env['DATABASE_PATH'] || 'data/bandolo.db');
  if (fault !== null && process.env['LOG_LEVEL'] !== 'debug') {
    tell(fault);
    return EXIT.failed;
  }
  tell(
    error instanceof Error
      ? process.env['LOG_LEVEL'] === 'debug'
        ? (error.stack ?? error.message)
        : errorWords(error)
      : String(error),
  );
  return EXIT.failed;
}

function said(error: Error, code: number): number {
  tell(error.message);
  return code;
}
