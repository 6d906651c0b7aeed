import type { Issue } from '../../domain/issue.ts';
import type { ProjectRole } from '../../domain/partner-reason.ts';
import type { CordisArchiveId } from './archives.ts';

/** A municipality among the winners. */
export interface Winner {
  pic: string | null;
  name: string;
  country: string | null;
}

/** A funded project in which a partner of ours or a municipality takes part. */
export interface TrackProject {
  archive: CordisArchiveId;
  id: string;
  acronym: string;
  title: string | null;
  topics: string[];
  programme: string;
  startOn: string | null;
  endOn: string | null;
  coordinator: string | null;
  coordinatorCountry: string | null;
  participants: number | null;
  /** Null = unknown, as in the snapshot. */
  municipalities: Winner[] | null;
}

/** The part of one partner of ours in one project. */
export interface TrackParticipation {
  archive: CordisArchiveId;
  project: string;
  pic: string;
  name: string;
  role: ProjectRole | null;
  contributionEur: number | null;
}

/** What became of one topic: how many projects, and how many municipalities in them. */
export interface TopicWins {
  archive: CordisArchiveId;
  topic: string;
  comparedForm: string;
  family: string;
  year: number | null;
  title: string | null;
  projects: number;
  /** Bodies taking part, a body in two projects counted twice; null = unknown. */
  participants: number | null;
  /** Different municipalities; null = unknown. */
  municipalities: number | null;
  municipalityNames: string[];
  /** The share of the projects whose participants are known. */
  coverage: number;
  firstStartOn: string | null;
}

/** What one archive tells, complete and ready to replace what an earlier one told. */
export interface ArchiveFacts {
  archive: CordisArchiveId;
  counts: { projects: number; organizations: number; topics: number; skippedRows: number; repeatedHeaders: number };
  projects: TrackProject[];
  participations: TrackParticipation[];
  wins: TopicWins[];
  issues: Issue[];
}
