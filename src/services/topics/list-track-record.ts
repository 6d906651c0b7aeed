import {
  listArchives,
  listParticipations,
  readWonTitles,
  type TrackArchive,
  type TrackParticipation,
  type TrackProject,
} from '../../../db/repositories/track-record.ts';
import type { Partner } from '../../domain/partner.ts';
import type { TrackRecord } from '../../scoring/track-record.ts';
import type { Deps } from '../deps.ts';
import { findPartner } from '../matching/partner-matches.ts';
import { projectUrl } from './winners-of-topic.ts';

export interface PartnerTrackRecord {
  partner: Partner;
  /** What the record is of, and as of when: a snapshot until the first reading. */
  archives: Pick<TrackArchive, 'archive' | 'origin' | 'version' | 'readAt' | 'checkedAt'>[];
  totals: { projects: number; coordinated: number; contributionEur: number };
  /** The latest first. */
  items: (Omit<TrackProject, 'participants' | 'municipalities'> &
    Pick<TrackParticipation, 'pic' | 'role' | 'contributionEur'> & { url: string })[];
}

/** The funded projects of one partner of the profile, told by PIC, former PIC or our id. */
export async function listTrackRecord({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db' | 'profile'>;
  input: { partner: string };
}): Promise<PartnerTrackRecord> {
  const partner = findPartner(deps, input.partner);
  const pics = [...(partner.pic === null ? [] : [partner.pic]), ...partner.formerPics];
  const [rows, kept] = await Promise.all([listParticipations(deps.db, pics), listArchives(deps.db)]);
  const items = rows.map(({ project: { participants: _, municipalities: __, ...project }, participation }) => ({
    ...project,
    pic: participation.pic,
    role: participation.role,
    contributionEur: participation.contributionEur,
    url: projectUrl(project.id),
  }));
  const archives = kept.map(({ archive, origin, version, readAt, checkedAt }) => ({
    archive,
    origin,
    version,
    readAt,
    checkedAt,
  }));
  return {
    partner,
    archives,
    totals: {
      projects: new Set(items.map(({ id }) => id)).size,
      coordinated: items.filter(({ role }) => role === 'coordinator').length,
      contributionEur: items.reduce((sum, { contributionEur }) => sum + (contributionEur ?? 0), 0),
    },
    items,
  };
}

/** What all partners won, in the plain shape that the matcher is handed; a project of two topics stands under each. */
export async function readTrackRecord({ db }: Pick<Deps, 'db'>): Promise<TrackRecord> {
  const [rows, archives, titles] = await Promise.all([listParticipations(db), listArchives(db), readWonTitles(db)]);
  const participations = rows.flatMap(({ project, participation: { pic, role, contributionEur } }) =>
    project.topics.map((topic) => ({
      pic,
      topic,
      project: project.id,
      acronym: project.acronym,
      role,
      contributionEur,
      startOn: project.startOn,
    })),
  );
  return {
    version: archives.map(({ archive, version }) => `${archive} ${version}`).join('; ') || 'none',
    source: 'CORDIS, European Union',
    topics: Object.fromEntries(
      [...new Set(participations.map(({ topic }) => topic))].sort().map((topic) => [topic, titles.get(topic) ?? topic]),
    ),
    participations,
  };
}
