import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const partners: Messages['partners'] = {
  title: 'Partners',
  lead: (partners) =>
    count(partners, {
      one: 'One body that can take part with the city, with its competences.',
      other: '# bodies that can take part with the city, with their competences.',
    }),
  none: 'No partner works on this pillar. Look at the other pillars.',
  name: 'Body',
  kind: 'Kind and relation',
  pillars: 'Pillars',
  competences: 'Competences',
  legalName: 'Legal name',
  pic: 'PIC (participant code)',
  type: 'Kind of body',
  relation: 'Relation with the association',
  roles: 'Possible roles',
  card: 'Card',
  matches: 'Closest calls, open and forthcoming',
  matchesWhy:
    'The fit comes from what the body won in similar calls and from its competences; it is no ranking of bodies.',
  noMatches: 'No open or forthcoming call resembles the competences of this body.',
  call: 'Call',
  deadline: 'Deadline',
  fit: 'Fit',
  record: 'What it won',
  totals: (projects: number, coordinated: number) =>
    `${count(projects, { one: 'one project', other: '# projects' })}, ${count(coordinated, { zero: 'none as coordinator', one: 'one as coordinator', other: '# as coordinator' })}`,
  noRecord: 'No funded project is known by the PIC of this body.',
  project: 'Project',
  topic: 'Topic won',
  part: 'Role',
  contribution: 'EU contribution',
  since: 'Since',
  moreProjects: (projects: number) => count(projects, { one: 'and one more project', other: 'and # more projects' }),
};
