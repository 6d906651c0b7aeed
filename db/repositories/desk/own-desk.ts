import type { Person } from '../../../src/domain/desk/people/person.ts';
import { bodiesOf } from '../../../src/domain/desk/people/person.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { unreadNotices } from './audit.ts';
import { opinionsDrafted, voicesUnderWay } from './board.ts';
import { awaitedFrom } from './consortium.ts';
import { projectOf, reviewOf } from './nouns.ts';
import { projectReads } from './projects.ts';
import { allRequests, requestOf } from './requests.ts';
import { ownReviews } from './reviews.ts';

/** Everything that *Oggi* asks about a person, in one statement; who may see what of it is the caller's to say. */
export async function readOwnDesk(db: Db, person: Person) {
  const [sheets, notices, awaited, requests, voices, drafted, projects, deadlines] = await readTogether(db, [
    ownReviews(db, person.id),
    unreadNotices(db, person.id),
    awaitedFrom(db, bodiesOf(person)),
    allRequests(db),
    voicesUnderWay(db),
    opinionsDrafted(db),
    ...projectReads(db),
  ]);
  return {
    sheets: sheets.map(reviewOf),
    notices,
    awaited,
    requests: requests.map(requestOf),
    /** Who has spoken in the short route, dossier by dossier. */
    voices,
    /** Dossiers whose opinion is recorded already. */
    drafted: new Set(drafted.map(({ dossierId }) => dossierId)),
    projects: projects.map((row) => projectOf(row, deadlines)),
  };
}
