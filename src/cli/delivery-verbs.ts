import type { Command } from 'commander';
import { z } from 'zod';
import { renderText } from '../digests/render-text.ts';
import type { NodeRuntime } from '../node.ts';
import { deliverQueued } from '../services/delivery/deliver-queued.ts';
import { type DigestTurn, prepareDigests, previewDigests } from '../services/delivery/prepare-digests.ts';
import { prepareReminders } from '../services/delivery/prepare-reminders.ts';
import { instantSchema } from '../services/instants.ts';
import { print, printJson, tell } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { originOf } from './user.ts';
import { withRuntime } from './with-runtime.ts';

/** `digest`, `remind`: what the jobs do, now, or only shown. */
export function addDeliveryVerbs(program: Command): void {
  program
    .command('digest')
    .description('prepare the digests that are due and send what waits')
    .option('--dry-run', 'only show what would go out')
    .option('--as-of <instant>', 'as if it were another instant or day')
    .option('--json', 'for machines')
    .action(({ dryRun, json, ...options }: { dryRun?: boolean; json?: boolean }) =>
      withRuntime(async (runtime) => {
        const deps = depsAt(runtime, parseOptions(asOfSchema, options).asOf);
        if (dryRun === true) return await showTurns(await previewDigests({ deps }), json === true);
        const prepared = await prepareDigests({ deps });
        await printJson({ ...prepared, ...(await deliverQueued({ deps })) });
      }),
    );
  program
    .command('remind')
    .description('prepare the reminders that are due and send what waits')
    .action(() =>
      withRuntime(async (runtime) => {
        const deps = depsAt(runtime, undefined);
        const prepared = await prepareReminders({ deps });
        await printJson({ ...prepared, ...(await deliverQueued({ deps })) });
      }),
    );
}

const asOfSchema = z.object({ asOf: instantSchema.optional() });

/** Mails need addresses that lead here, and a calendar that may be another day's. */
function depsAt(runtime: NodeRuntime, asOf: string | undefined): NodeRuntime['deps'] {
  const { deps } = runtime;
  const clock = asOf === undefined ? deps.clock : { now: () => asOf };
  return { ...deps, clock, baseUrl: deps.baseUrl ?? originOf(runtime) };
}

/** Exactly what would go out: each mail in full. */
async function showTurns(turns: readonly DigestTurn[], json: boolean): Promise<void> {
  const mails = turns.flatMap(({ person, period, document }) =>
    document === null
      ? []
      : [
          {
            to: person.email,
            language: person.language,
            period,
            subject: document.subject,
            text: renderText(document),
          },
        ],
  );
  tell(`${turns.length} people due, ${mails.length} mails, ${turns.length - mails.length} with nothing to say`);
  if (json) return await printJson(mails);
  for (const { to, period, subject, text } of mails)
    await print([`To: ${to}`, `Period: ${period}`, `Subject: ${subject}`, '', text].join('\n'));
}
