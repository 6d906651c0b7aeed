import { z } from 'zod';
import { picSchema } from '../../domain/partner.ts';
import { PROJECT_ROLES } from '../../domain/partner-reason.ts';
import { comparableIdentifier } from '../../normalise/identifiers.ts';
import type { TopicWins, TrackParticipation, TrackProject } from './archive-facts.ts';
import { topicFamily, topicYear } from './topic-names.ts';

/** `db/seed/track-record/track-record.generated.json`: facts of CORDIS, one tuple a line. Built by `build.ts` beside it. */
export const trackRecordSnapshotSchema = z.strictObject({
  version: z.string(),
  source: z.string(),
  archive: z.literal('H2020'),
  /** Of our partners only. */
  projects: z.array(
    z.tuple([
      z.string().describe('project'),
      z.string().describe('acronym'),
      z.string().describe('topic'),
      z.iso.date().nullable().describe('start'),
      z.iso.date().nullable().describe('end'),
      z.string().nullable().describe('coordinator, where it is of Milan'),
    ]),
  ),
  participations: z.array(
    z.tuple([
      z.string().describe('project'),
      picSchema,
      z.string().describe('name'),
      z.enum(PROJECT_ROLES).nullable(),
      z.number().nullable().describe('euros'),
    ]),
  ),
  /** Of all topics; participants and municipalities where they are known. */
  wins: z.array(
    z.tuple([
      z.string().describe('topic'),
      z.string().describe('title'),
      z.number().describe('projects'),
      z.number().nullable().describe('participants'),
      z.array(z.string()).nullable().describe('municipalities'),
      z.number().describe('coverage'),
    ]),
  ),
});
export type TrackRecordSnapshot = z.infer<typeof trackRecordSnapshotSchema>;

/** The snapshot in the shape in which an archive is read. */
export function unfoldSnapshot({ archive, projects, participations, wins }: TrackRecordSnapshot): {
  projects: TrackProject[];
  participations: TrackParticipation[];
  wins: TopicWins[];
} {
  return {
    projects: projects.map(([id, acronym, topic, startOn, endOn, coordinator]) => ({
      archive,
      id,
      acronym,
      title: null,
      topics: [topic],
      programme: archive,
      startOn,
      endOn,
      coordinator,
      coordinatorCountry: coordinator === null ? null : 'IT',
      participants: null,
      municipalities: null,
    })),
    participations: participations.map(([project, pic, name, role, contributionEur]) => ({
      archive,
      project,
      pic,
      name,
      role,
      contributionEur,
    })),
    wins: wins.map(([topic, title, count, participants, municipalities, coverage]) => ({
      archive,
      topic,
      comparedForm: comparableIdentifier(topic),
      family: topicFamily(topic),
      year: topicYear(topic),
      title,
      projects: count,
      participants,
      municipalities: municipalities?.length ?? null,
      municipalityNames: municipalities ?? [],
      coverage,
      firstStartOn: null,
    })),
  };
}
