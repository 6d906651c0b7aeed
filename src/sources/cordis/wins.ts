import { comparableIdentifier } from '../../normalise/identifiers.ts';
import type { TopicWins, Winner } from './archive-facts.ts';
import type { CordisArchiveId } from './archives.ts';
import { topicFamily, topicYear } from './topic-names.ts';

/** A project while the archive is read. */
export interface KnownProject {
  acronym: string;
  title: string;
  topics: string[];
  startOn: string | null;
  endOn: string | null;
}

interface Gathered {
  archive: CordisArchiveId;
  projects: ReadonlyMap<string, KnownProject>;
  titles: ReadonlyMap<string, string>;
  participants: ReadonlyMap<string, number>;
  winners: ReadonlyMap<string, ReadonlyMap<string, Winner>>;
}

/** What became of each topic. A municipality that won twice in a topic counts once, a body's participations each. */
export function countWins({ archive, projects, titles, participants, winners }: Gathered): TopicWins[] {
  const wins = new Map<string, TopicWins & { known: number; names: Map<string, string> }>();
  for (const [id, project] of projects) {
    for (const topic of project.topics) {
      const one = wins.get(topic) ?? { ...noWins(archive, topic, titles.get(topic)), known: 0, names: new Map() };
      wins.set(topic, one);
      one.projects += 1;
      one.known += participants.has(id) ? 1 : 0;
      one.participants = (one.participants ?? 0) + (participants.get(id) ?? 0);
      for (const [body, { name }] of winners.get(id) ?? []) one.names.set(body, name);
      if (project.startOn !== null && (one.firstStartOn === null || project.startOn < one.firstStartOn))
        one.firstStartOn = project.startOn;
    }
  }
  return [...wins.values()].map(({ known, names, ...one }) => ({
    ...one,
    municipalities: names.size,
    municipalityNames: [...names.values()].sort(),
    coverage: known / one.projects,
  }));
}

function noWins(archive: CordisArchiveId, topic: string, title: string | undefined): TopicWins {
  return {
    archive,
    topic,
    comparedForm: comparableIdentifier(topic),
    family: topicFamily(topic),
    year: topicYear(topic),
    title: title ?? null,
    projects: 0,
    participants: 0,
    municipalities: 0,
    municipalityNames: [],
    coverage: 0,
    firstStartOn: null,
  };
}
