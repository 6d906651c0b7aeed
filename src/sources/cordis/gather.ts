import { PROJECT_ROLES, type ProjectRole } from '../../domain/partner-reason.ts';
import type { ArchiveFacts, TrackParticipation, TrackProject, Winner } from './archive-facts.ts';
import { ArchiveProblem } from './archive-problem.ts';
import type { CordisArchiveId } from './archives.ts';
import { IssueBook } from './issue-book.ts';
import { isMunicipality } from './municipality.ts';
import type { OrganizationRow, ProjectRow, TopicsRow } from './rows.ts';
import { countWins, type KnownProject } from './wins.ts';

/** The share of organisation rows without their project above which project.csv cannot be whole. */
const MOST_ORPHANS = 0.05;

/** The strongest role counts where a body stands twice in a project. */
const RANK: readonly (ProjectRole | null)[] = [...PROJECT_ROLES, null];

/**
 * Gathers, row by row and in whatever order the files come, the little that is kept of an archive. It holds the names and
 * days of all projects and one short key for each participation: about 40 MB for 35,000 and 200,000
 * (tests/bench/cordis-memory.ts, 2026-11-22).
 */
export class Gathering {
  readonly issues = new IssueBook();
  skippedRows = 0;
  repeatedHeaders = 0;
  private readonly projects = new Map<string, KnownProject>();
  private readonly links = new Map<string, string[]>();
  private readonly topicTitles = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  private readonly seen = new Set<string>();
  private readonly participants = new Map<string, number>();
  private readonly coordinators = new Map<string, { name: string; country: string | null }>();
  private readonly winners = new Map<string, Map<string, Winner>>();
  private readonly participations = new Map<string, TrackParticipation>();

  constructor(
    private readonly archive: CordisArchiveId,
    private readonly partnerPics: ReadonlySet<string>,
  ) {}

  project(row: ProjectRow): void {
    for (const [column, { odd }] of [['startDate', row.startDate] as const, ['endDate', row.endDate] as const]) {
      if (odd !== null) this.odd('unreadable-date', `project.csv ${column}`, odd);
    }
    this.projects.set(row.id, {
      acronym: row.acronym,
      title: row.title,
      topics: row.topics.map((topic) => this.once(topic)),
      startOn: this.once(row.startDate.value),
      endOn: this.once(row.endDate.value),
    });
  }

  topic(row: TopicsRow): void {
    if (row.topic === '') return;
    const links = this.links.get(row.projectID);
    if (links === undefined) this.links.set(row.projectID, [this.once(row.topic)]);
    else links.push(this.once(row.topic));
    if (row.title !== '') this.topicTitles.set(row.topic, row.title);
  }

  organization(row: OrganizationRow): void {
    if (row.role.odd !== null) this.odd('unknown-code', `organization.csv role ${row.role.odd}`, row.role.odd);
    if (row.ecContribution.odd !== null)
      this.odd('unreadable-row', 'organization.csv ecContribution', row.ecContribution.odd);
    const { projectID: project, name, country } = row;
    const pic = row.organisationID.value;
    const body = pic ?? name;
    if (row.role.value === 'coordinator') this.coordinators.set(project, { name, country });
    if (pic !== null && this.partnerPics.has(pic)) this.participation(row, pic);
    const key = `${project} ${body}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.participants.set(project, (this.participants.get(project) ?? 0) + 1);
    if (isMunicipality(row)) {
      const winners = this.winners.get(project) ?? new Map<string, Winner>();
      this.winners.set(project, winners.set(body, { pic, name, country }));
    }
  }

  /** What the archive tells. Throws `ArchiveProblem` where its tables do not make one whole. */
  facts(): ArchiveFacts {
    this.link();
    this.checkWholeness();
    const wins = countWins({
      archive: this.archive,
      projects: this.projects,
      titles: this.topicTitles,
      participants: this.participants,
      winners: this.winners,
    });
    if (wins.length === 0) throw new ArchiveProblem('empty-answer', 'no project of the archive names its topic');
    return {
      archive: this.archive,
      counts: {
        projects: this.projects.size,
        organizations: this.seen.size,
        topics: wins.length,
        skippedRows: this.skippedRows,
        repeatedHeaders: this.repeatedHeaders,
      },
      projects: this.keptProjects(),
      participations: [...this.participations.values()].filter(({ project }) => this.projects.has(project)),
      wins,
      issues: this.issues.list(),
    };
  }

  projectIds(): string[] {
    return [...this.projects.keys()].sort();
  }

  private participation(row: OrganizationRow, pic: string): void {
    const { archive } = this;
    const key = `${row.projectID} ${pic}`;
    const known = this.participations.get(key);
    if (known !== undefined && RANK.indexOf(known.role) <= RANK.indexOf(row.role.value)) return;
    this.participations.set(key, {
      archive,
      project: row.projectID,
      pic,
      name: row.name,
      role: row.role.value,
      contributionEur: row.ecContribution.value,
    });
  }

  /** topics.csv may come before, after or instead of the column `topics` of project.csv. */
  private link(): void {
    for (const [id, links] of this.links) {
      const project = this.projects.get(id);
      if (project !== undefined) project.topics = [...new Set([...project.topics, ...links])];
    }
    this.links.clear();
  }

  private checkWholeness(): void {
    if (this.projects.size === 0) throw new ArchiveProblem('empty-answer', 'project.csv has no rows');
    if (this.seen.size === 0) throw new ArchiveProblem('empty-answer', 'organization.csv has no rows');
    let orphans = 0;
    for (const [project, count] of this.participants) if (!this.projects.has(project)) orphans += count;
    if (orphans > this.seen.size * MOST_ORPHANS)
      throw new ArchiveProblem(
        'incomplete',
        `${orphans} of ${this.seen.size} rows of organization.csv name a project that project.csv does not have`,
      );
  }

  private keptProjects(): TrackProject[] {
    const ours = new Set([...this.participations.values()].map(({ project }) => project));
    return [...this.projects]
      .filter(([id]) => ours.has(id) || this.winners.has(id))
      .map(([id, project]) => ({
        archive: this.archive,
        id,
        acronym: project.acronym,
        title: project.title === '' ? null : project.title,
        topics: project.topics.toSorted(),
        programme: this.archive,
        startOn: project.startOn,
        endOn: project.endOn,
        coordinator: this.coordinators.get(id)?.name ?? null,
        coordinatorCountry: this.coordinators.get(id)?.country ?? null,
        participants: this.participants.get(id) ?? null,
        municipalities: [...(this.winners.get(id)?.values() ?? [])].sort(byName),
      }));
  }

  /** The same text held once, however many rows have it. */
  private once<T extends string | null>(text: T): T {
    if (text === null) return text;
    const held = this.texts.get(text);
    if (held === undefined) this.texts.set(text, text);
    // What the map holds under a text is that text.
    return (held ?? text) as T;
  }

  private odd(kind: 'unreadable-date' | 'unknown-code' | 'unreadable-row', subject: string, value: string): void {
    this.issues.add(kind, `${this.archive} ${subject}`, 'left out: this value is none that we can read', value);
  }
}

const byName = (a: Winner, b: Winner) => (a.name < b.name ? -1 : Number(a.name > b.name));
