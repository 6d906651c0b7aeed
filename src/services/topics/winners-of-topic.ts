import {
  findFamilyWins,
  findTopicParticipations,
  findTopicProjects,
  findWins,
  type TopicWins,
  type TrackParticipation,
  type TrackProject,
} from '../../../db/repositories/track-record.ts';
import { comparableIdentifier } from '../../normalise/identifiers.ts';
import { topicFamily, topicYear } from '../../sources/cordis/topic-names.ts';
import type { Deps } from '../deps.ts';

/** "Who won this before": the topic's own outcome, and that of its forerunners. */
export interface WinnersOfTopic {
  /** What became of this very topic; null where nothing was funded yet, or nothing is known. */
  topic: TopicOutcome | null;
  family: string;
  /** Earlier topics of the same family, the latest first. */
  forerunners: TopicOutcome[];
}

export interface TopicOutcome extends Omit<TopicWins, 'comparedForm' | 'projects'> {
  /** How many projects were funded. */
  projectCount: number;
  /** Those in which a partner of ours or a municipality takes part. */
  projects: WinningProject[];
}

export interface WinningProject extends Omit<TrackProject, 'archive' | 'topics'> {
  url: string;
  partners: {
    id: string;
    name: string;
    pic: string;
    role: TrackParticipation['role'];
    contributionEur: number | null;
  }[];
}

const MOST_FORERUNNERS = 12;

export async function winnersOfTopic({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db' | 'profile'>;
  input: { identifier: string };
}): Promise<WinnersOfTopic> {
  const form = comparableIdentifier(input.identifier);
  const family = topicFamily(input.identifier);
  const year = topicYear(input.identifier);
  const [own, relatives] = await Promise.all([
    findWins(deps.db, form),
    family === '' ? [] : findFamilyWins(deps.db, family, { notForm: form, before: year, limit: MOST_FORERUNNERS }),
  ]);
  const outcomes = await outcomesOf(deps, [...own, ...relatives]);
  return {
    topic: outcomes[0] !== undefined && own.length > 0 ? outcomes[0] : null,
    family,
    forerunners: outcomes.slice(own.length),
  };
}

/** The outcomes with their projects. */
async function outcomesOf({ db, profile }: Pick<Deps, 'db' | 'profile'>, wins: TopicWins[]): Promise<TopicOutcome[]> {
  const names = wins.map(({ topic }) => topic);
  const [projects, parts] = await Promise.all([findTopicProjects(db, names), findTopicParticipations(db, names)]);
  const partnerOf = new Map(
    profile.partners.flatMap((one) =>
      [...(one.pic ? [one.pic] : []), ...one.formerPics].map((pic) => [pic, one] as const),
    ),
  );
  const toProject = ({ archive, topics: _, ...project }: TrackProject): WinningProject => ({
    ...project,
    url: projectUrl(project.id),
    partners: parts
      .filter((part) => part.project === project.id && part.archive === archive)
      .flatMap(({ pic, role, contributionEur }) => {
        const partner = partnerOf.get(pic);
        return partner === undefined ? [] : [{ id: partner.id, name: partner.name, pic, role, contributionEur }];
      }),
  });
  /** The bundled extract knows projects of one city's partners; under another profile they are nobody's. */
  const isOurs = ({ id, archive, municipalities }: TrackProject): boolean =>
    (municipalities ?? []).length > 0 ||
    parts.some((part) => part.project === id && part.archive === archive && partnerOf.has(part.pic));
  return wins.map(({ comparedForm: _, projects: projectCount, ...one }) => ({
    ...one,
    projectCount,
    projects: projects
      .filter((project) => project.archive === one.archive && project.topics.includes(one.topic))
      .filter(isOurs)
      .map(toProject),
  }));
}

export const projectUrl = (id: string) => `https://cordis.europa.eu/project/id/${id}`;
