import type { CityRole } from '../../partner.ts';
import type { Day, TopicKey } from '../../topic.ts';
import { byText } from '../compare.ts';
import { sameDirectorate } from '../people/directorate.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';

export interface ProjectDeadline {
  kind: 'report' | 'deliverable' | 'milestone' | 'payment';
  title: string;
  dueOn: Day;
  doneOn: Day | null;
}

/** A funded project that runs (DOMAIN §5.2, step 9): what takes up staff, and what a new bid may overlap with. */
export interface Project {
  id: string;
  acronym: string;
  grantAgreement: string | null;
  /** The dossier it came from; null for those before Bandolo. */
  dossierId: DossierId | null;
  topicKey: TopicKey | null;
  family: string | null;
  contact: PersonId | null;
  directorate: string | null;
  bodies: readonly { bodyId: BodyId; role: CityRole; contributionEur: number | null }[];
  startsOn: Day;
  endsOn: Day;
  deadlines: readonly ProjectDeadline[];
  /** Person-months a year that the directorate gave; null = unknown. */
  staffMonthsPerYear: number | null;
  /** Site or area, as people name it. */
  sites: readonly string[];
  activities: readonly string[];
}

export const isRunning = (project: Project, day: Day): boolean => project.startsOn <= day && day <= project.endsOn;

export interface Commitment {
  projects: string[];
  staffMonthsPerYear: number;
  /** Running projects whose staff nobody has stated: the sum is then a minimum. */
  unknown: number;
}

/** What a directorate is already tied to, beside which it scores its capacity (C4). */
export function commitmentOf(projects: readonly Project[], directorate: string, day: Day): Commitment {
  const running = projects.filter(
    (project) => sameDirectorate(project.directorate, directorate) && isRunning(project, day),
  );
  return {
    projects: running.map(({ id }) => id),
    staffMonthsPerYear: running.reduce((sum, { staffMonthsPerYear }) => sum + (staffMonthsPerYear ?? 0), 0),
    unknown: running.filter(({ staffMonthsPerYear }) => staffMonthsPerYear === null).length,
  };
}

/** H8, double funding (DOMAIN §3.2): running projects on the same site, with what they do there. A hint for a person. */
export function sameSite(projects: readonly Project[], sites: readonly string[], from: Day): Project[] {
  const asked = new Set(sites.map(siteName));
  return projects.filter(
    (project) => project.endsOn >= from && project.sites.some((site) => asked.has(siteName(site))),
  );
}

/** The next things due over all running projects, for *Oggi*. Overdue ones lead. */
export function nextDeadlines(
  projects: readonly Project[],
  until: Day,
): (ProjectDeadline & { projectId: string; acronym: string })[] {
  return projects
    .flatMap(({ id, acronym, deadlines }) => deadlines.map((deadline) => ({ ...deadline, projectId: id, acronym })))
    .filter(({ doneOn, dueOn }) => doneOn === null && dueOn <= until)
    .toSorted((a, b) => byText(a.dueOn, b.dueOn) || byText(a.projectId, b.projectId));
}

/** "Porta Romana–Vettabbia" and "porta romana - vettabbia" are one place. */
const siteName = (site: string): string =>
  site
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
