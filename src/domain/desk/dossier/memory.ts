import type { CityRole } from '../../partner.ts';
import type { Day, TopicKey } from '../../topic.ts';
import { byText, unknownLast } from '../compare.ts';
import type { DossierId } from '../people/person.ts';
import type { Project } from '../plan/project.ts';
import type { Outcome } from './outcome.ts';
import type { DossierState } from './state.ts';

/** An earlier dossier in as many words as a topic page has room for. */
export interface RememberedDossier {
  id: DossierId;
  topicKey: TopicKey | null;
  family: string | null;
  openedOn: Day;
  state: DossierState;
  role: CityRole | null;
  /** Why it was discarded, or the grounds of its opinion. */
  reasons: readonly string[];
  outcome: Pick<Outcome, 'kind' | 'rank' | 'total' | 'lessonLearnt'> | null;
}

/** Who won a topic of the family before: from CORDIS, through the track record. */
export interface PastWin {
  topicKey: TopicKey;
  family: string | null;
  acronym: string;
  startedOn: Day | null;
  /** Our own bodies in it, by partner id. */
  ours: readonly string[];
  municipalities: number;
}

export interface FamilyMemory {
  dossiers: RememberedDossier[];
  projects: Project[];
  wins: PastWin[];
}

/** What the association already knows of a topic's family, newest first; the dossier at hand is left out. */
export function familyMemory(
  topic: { key: TopicKey; family: string | null; dossierId?: DossierId },
  known: { dossiers: readonly RememberedDossier[]; projects: readonly Project[]; wins: readonly PastWin[] },
): FamilyMemory {
  const related = (other: { topicKey: TopicKey | null; family: string | null }) =>
    other.topicKey === topic.key || (topic.family !== null && other.family === topic.family);
  return {
    dossiers: known.dossiers
      .filter((dossier) => related(dossier) && dossier.id !== topic.dossierId)
      .toSorted((a, b) => byText(b.openedOn, a.openedOn)),
    projects: known.projects.filter(related).toSorted((a, b) => byText(b.startsOn, a.startsOn)),
    wins: known.wins.filter(related).toSorted((a, b) => newestFirst(a.startedOn, b.startedOn)),
  };
}

const newestFirst = (a: string | null, b: string | null): number =>
  a === null || b === null ? unknownLast(a, b) : byText(b, a);
