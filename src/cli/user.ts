import type { Command } from 'commander';
import { z } from 'zod';
import type { NodeRuntime } from '../node.ts';
import { emailSchema } from '../services/access/ask-for-link.ts';
import { issueLink, linkAddress } from '../services/access/links.ts';
import { endSessions } from '../services/access/sessions.ts';
import { originOf } from '../services/origin-of.ts';
import { findKnownByEmail } from '../services/people/find-by-email.ts';
import { listPeople } from '../services/people/list-people.ts';
import { grantSchema, setDisabled } from '../services/people/manage-person.ts';
import { erasePerson, exportPerson } from '../services/people/privacy.ts';
import { takeIn } from '../services/people/take-in.ts';
import { print, printJson, table, tell } from './output.ts';
import { parseOptions, UsageError } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `user add|list|link|revoke|erase|export`: people, from the machine that runs the house. */
export function addUserVerbs(program: Command): void {
  const user = program.command('user').description('people at the desk');
  user
    .command('add <email>')
    .description('add somebody, or give a role to somebody known')
    .requiredOption('--name <name>', 'name and surname')
    .option('--role <role>', 'viewer, group-member, group-coordinator, partner, directorate, secretariat, …', 'viewer')
    .option('--group <pillar>', 'for members and coordinators', '')
    .option('--body <id>', 'for partners: id of the body in the profile', '')
    .option('--directorate <name>', 'for a directorate of the city', '')
    .action(add);
  user.command('list').description('everybody, with their roles').option('--json', 'for machines').action(list);
  user
    .command('link <email>')
    .description('print a sign-in link, for when mail is down; it works once, for 15 minutes')
    .action((email: string) =>
      withPerson(email, async (runtime, personId) => {
        const token = await issueLink({ deps: runtime.deps, input: { personId, purpose: 'sign-in', createdBy: null } });
        await print(linkAddress(originOf(runtime.deps), token));
      }),
    );
  user
    .command('revoke <email>')
    .description('sign somebody out everywhere and shut them out until they are let in again')
    .option('--sessions', 'only sign them out')
    .action((email: string, { sessions }: { sessions?: boolean }) =>
      withPerson(email, async ({ deps }, person) => {
        if (sessions === true) await endSessions({ deps, input: { personId: person } });
        else await setDisabled({ deps, input: { by: null, person, disabled: true } });
        tell(`${email} is signed out everywhere${sessions === true ? '' : ' and shut out'}`);
      }),
    );
  user
    .command('erase <email>')
    .description('forget a person (GDPR, article 17): history stays, the name does not')
    .requiredOption('--yes', 'say that there is no way back')
    .action((email: string) =>
      withPerson(email, async ({ deps }, person) => {
        await erasePerson({ deps, input: { by: null, person } });
        tell(`nothing leads from ${person} to ${email} any more`);
      }),
    );
  user
    .command('export <email>')
    .description('print all that is held about a person as JSON (GDPR, articles 15 and 20)')
    .action((email: string) =>
      withPerson(email, async ({ deps }, person) =>
        printJson(await exportPerson({ deps, input: { by: null, person } })),
      ),
    );
}

const nameSchema = z.object({ email: emailSchema, name: z.string().trim().min(1).max(120) });

async function add(email: string, options: { name: string; role: string; body: string }): Promise<void> {
  const grant = parseOptions(grantSchema, options);
  const person = parseOptions(nameSchema, { ...options, email });
  await withRuntime(async ({ deps }) => {
    if ('body' in grant && !deps.profile.partners.some(({ id }) => id === grant.body))
      throw new UsageError(`body: ${grant.body} is no partner of the profile`);
    const { added } = await takeIn(
      deps,
      [{ ...person, bodyId: 'body' in grant ? grant.body : null, grants: [grant] }],
      null,
    );
    tell(added.length > 0 ? `${person.email} is added` : `${person.email} was known; the role is theirs`);
  });
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const people = await withRuntime(({ deps }) => listPeople({ deps }));
  if (json === true) return await printJson(people);
  const rows = people.map(({ name, email, disabled, lastSeenAt, grants }) => [
    name,
    email ?? '',
    disabled ? 'shut out' : (lastSeenAt ?? 'never seen'),
    grants.map(({ grant }) => Object.values(grant).join(' ')).join(', '),
  ]);
  await print(table([['name', 'e-mail', 'last seen', 'roles'], ...rows]));
}

async function withPerson(given: string, work: (runtime: NodeRuntime, person: string) => Promise<void>): Promise<void> {
  const { email } = parseOptions(z.object({ email: emailSchema }), { email: given });
  await withRuntime(async (runtime) => work(runtime, await findKnownByEmail({ deps: runtime.deps, input: { email } })));
}
