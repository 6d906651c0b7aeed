import type { PartnerReason } from '../../domain/partner-reason.ts';

/** The reason in words, as evidence carries it. */
export function reasonPhrase(reason: PartnerReason): string {
  switch (reason.kind) {
    case 'base-rate':
      return 'base rate';
    case 'record':
      return `${reason.projects} past projects`;
    case 'project':
      return `close to ${reason.topic} (${reason.acronym})`;
    case 'no-project':
      return `no past project near by ${reason.near}`;
    case 'competence':
      return reason.competences.join(', ') || 'no stated competence near by';
    case 'field-of-work':
      return 'same field of work';
    case 'rule':
      return reason.rule;
  }
}
