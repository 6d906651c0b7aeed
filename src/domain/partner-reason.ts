import type { Evidence } from './scoring.ts';

/** What a body can be in a project, the strongest first. */
export const PROJECT_ROLES = ['coordinator', 'participant', 'partner', 'associated-partner', 'third-party'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** In what a topic can be like one that was won before. */
export const LIKENESSES = ['title', 'family', 'subject', 'area'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What one piece of a partner's evidence rests on. */
export type PartnerReason =
  | { kind: 'base-rate' }
  | { kind: 'record'; projects: number }
  /** The role is null where no source says it. */
  | { kind: 'project'; topic: string; project: string; acronym: string; role: ProjectRole | null }
  | { kind: 'no-project'; near: Likeness }
  /** Stated competences near the topic, the nearest first; none where nothing is near. */
  | { kind: 'competence'; competences: string[] }
  | { kind: 'field-of-work' }
  | { kind: 'rule'; rule: string };

/** Evidence for a match: a structural feature whose phrase says in words what `reason` says in facts. */
export interface PartnerEvidence extends Evidence {
  reason: PartnerReason;
}
