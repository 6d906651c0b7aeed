import { readNotices } from '../../../db/repositories/desk/audit.ts';
import { readAwaited } from '../../../db/repositories/desk/consortium.ts';
import { type ListedDossier, listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { readOwnReviews } from '../../../db/repositories/desk/reviews.ts';
import { DELIVERY_WORDS } from '../../digests/delivery-words.ts';
import type { WaitingTask } from '../../digests/digest-items.ts';
import { brusselsInstant } from '../../domain/brussels.ts';
import type { DossierState } from '../../domain/desk/dossier/state.ts';
import { sameDirectorate } from '../../domain/desk/people/directorate.ts';
import { bodiesOf, type Person } from '../../domain/desk/people/person.ts';
import { can, canSomewhere } from '../../domain/desk/people/roles.ts';
import type { Deps } from '../deps.ts';
import { subjectOfRow } from '../desk/list-dossiers.ts';
import type { MailUrls } from './mail-urls.ts';
import type { Subscriber } from './subscribers.ts';

/** States in which a deadline still asks something of somebody: not before it was taken up, not after it was sent. */
const REMINDED: ReadonlySet<DossierState> = new Set([
  'assigned',
  'gathering-interest',
  'in-review',
  'in-short-route',
  'collegial-evaluation',
  'favourable',
  'with-conditions',
  'in-preparation',
  'second-stage',
]);

/** The dossiers whose deadlines still matter; read once for all. */
export async function readOpenDossiers({ db }: Pick<Deps, 'db'>): Promise<ListedDossier[]> {
  return (await listDossiers(db, { ended: false })).filter(({ state }) => REMINDED.has(state));
}

/** Whether a person has a part in a dossier: its owner, a member of its group, of one of its bodies, or its secretariat. */
export function hasPart(person: Person, dossier: ListedDossier): boolean {
  if (dossier.ownerId === person.id) return true;
  if (!can(person, 'dossier.read', subjectOfRow(dossier))) return false;
  return (
    bodiesOf(person).some((body) => dossier.bodies.includes(body)) ||
    person.grants.some(
      (grant) =>
        ('group' in grant && dossier.groups.includes(grant.group)) ||
        ('directorate' in grant && sameDirectorate(grant.directorate, dossier.directorate)) ||
        grant.role === 'secretariat',
    )
  );
}

/** What waits for a person at the desk. */
export async function readTodos(
  { db }: Pick<Deps, 'db'>,
  person: Subscriber,
  dossiers: readonly ListedDossier[],
  urls: MailUrls,
): Promise<WaitingTask[]> {
  const words = DELIVERY_WORDS[person.language];
  const sheets = (await readOwnReviews(db, person.id)).filter(({ state }) => state === 'to-do');
  const notices = await readNotices(db, person.id);
  const awaited = canSomewhere(person, 'adhesion.record') ? await readAwaited(db, bodiesOf(person)) : [];
  const about = (dossierId: string) => {
    const dossier = dossiers.find(({ id }) => id === dossierId);
    return {
      title: dossier?.title ?? dossierId,
      identifier: dossier?.topicKey ?? '',
      pillar: dossier?.groups[0] ?? null,
    };
  };
  return [
    ...sheets.map(({ dossierId, dueOn }) => ({
      ...about(dossierId),
      url: urls.dossier(dossierId),
      by: dueOn === null ? null : brusselsInstant(dueOn, 17),
      note: words.reviewDue,
    })),
    ...awaited.map(({ dossierId }) => ({
      ...about(dossierId),
      url: urls.dossier(dossierId),
      by: null,
      note: words.adhesionDue,
    })),
    ...(notices.length === 0
      ? []
      : [{ title: words.notice, identifier: '', pillar: null, url: urls.today, by: null, note: '' }]),
  ];
}
