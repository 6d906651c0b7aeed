import type { Command } from 'commander';
import { z } from 'zod';
import { remind } from '../../jobs/remind.ts';
import { renderHtml } from '../digests/render-html.tsx';
import { renderText } from '../digests/render-text.ts';
import { brusselsInstant } from '../domain/brussels.ts';
import type { MailKind } from '../domain/delivery.ts';
import type { Language } from '../domain/labels/localised.ts';
import type { NodeRuntime } from '../node.ts';
import { deliverQueued } from '../services/delivery/deliver-queued.ts';
import { readOutbox, sendOutbox } from '../services/delivery/outbox.ts';
import { prepareAlerts, previewAlerts } from '../services/delivery/prepare-alerts.ts';
import { prepareDigests, previewDigests } from '../services/delivery/prepare-digests.ts';
import type { Deps } from '../services/deps.ts';
import { instantSchema } from '../services/instants.ts';
import { print, printJson, tell } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `digest`, `remind`: what the jobs do, now, or only shown. */
export function addDeliveryVerbs(program: Command): void {
  program
    .command('digest')
    .description('prepare the digests and alerts that are due and send what waits')
    .option('--dry-run', 'only show what would go out')
    .option('--as-of <instant>', 'as if it were another instant or day')
    .option('--json', 'for machines')
    .action(({ dryRun, json, ...options }: { dryRun?: boolean; json?: boolean }) =>
      withRuntime(async (runtime) => {
        const deps = depsAt(runtime, parseOptions(asOfSchema, options).asOf);
        if (dryRun === true) return await showMails(await previewMails(deps), json === true);
        const prepared = { ...(await prepareDigests({ deps })), ...(await prepareAlerts({ deps })) };
        await printJson({ ...prepared, ...(await deliverQueued({ deps })) });
      }),
    );
  program
    .command('remind')
    .description('note what is new on the shortlist, prepare the reminders and alerts that are due and send what waits')
    .option('--json', 'what it prints anyway')
    .action(() =>
      withRuntime(async (runtime) => {
        await printJson(await remind.run(runtime.deps));
      }),
    );
  program
    .command('outbox')
    .description('mails that were written while there was no mail: how many wait, and send them once there is')
    .option('--send', 'send them now')
    .option('--json', 'what it prints anyway')
    .action(({ send }: { send?: boolean }) =>
      withRuntime(async ({ deps }) => {
        if (send === true) return await printJson(await sendOutbox({ deps, input: { id: null } }));
        const { mails, counts } = await readOutbox({ deps });
        tell(`${counts['outbox'] ?? 0} wait; outbox --send sends them`);
        const waiting = mails.filter(({ state }) => state === 'outbox');
        await printJson(
          waiting.map(({ id, kind, name, subject, createdAt }) => ({ id, kind, name, subject, createdAt })),
        );
      }),
    );
}

/** A day is meant whole: what is due at any hour of it goes out. */
const asOfSchema = z.object({
  asOf: z.union([z.iso.date().transform((day) => brusselsInstant(day, 23, 59, 59)), instantSchema]).optional(),
});

/** A calendar that may be another day's. */
function depsAt(runtime: NodeRuntime, asOf: string | undefined): NodeRuntime['deps'] {
  const { deps } = runtime;
  const clock = asOf === undefined ? deps.clock : { now: () => asOf };
  return { ...deps, clock };
}

interface ShownMail {
  kind: MailKind;
  to: string;
  language: Language;
  period: string;
  subject: string;
  text: string;
  html: string;
}

/** The digests and alerts that would go out now, and of how many people nothing is to be told. */
async function previewMails(deps: Deps): Promise<{ mails: ShownMail[]; quiet: number }> {
  const digests = await previewDigests({ deps });
  const alerts = (await previewAlerts({ deps })).flatMap(({ person, mails }) =>
    mails.map(({ period, document }) => ({ person, period, document, kind: 'alert' as const })),
  );
  const mails = [...digests.map((turn) => ({ ...turn, kind: 'digest' as const })), ...alerts].flatMap(
    ({ person, kind, period, document }) =>
      document === null
        ? []
        : [
            {
              kind,
              to: person.email,
              language: person.language,
              period,
              subject: document.subject,
              text: renderText(document),
              html: renderHtml(document),
            },
          ],
  );
  return { mails, quiet: digests.filter(({ document }) => document === null).length };
}

/** Exactly what would go out: each mail in full. */
async function showMails({ mails, quiet }: { mails: ShownMail[]; quiet: number }, json: boolean): Promise<void> {
  const alerts = mails.filter(({ kind }) => kind === 'alert').length;
  tell(`${mails.length - alerts} digests, ${alerts} alerts; ${quiet} people due with nothing to say`);
  if (json) return await printJson(mails);
  for (const { kind, to, period, subject, text } of mails)
    await print([`Kind: ${kind}`, `To: ${to}`, `Period: ${period}`, `Subject: ${subject}`, '', text].join('\n'));
}
