import type { Messages } from '../messages.ts';

export const csv: Messages['csv'] = {
  identifier: 'Identifier',
  title: 'Title',
  programme: 'Programme',
  typesOfAction: 'Type of action',
  status: 'Status',
  opensOn: 'Opening',
  deadline: 'Deadline (UTC)',
  daysLeft: 'Days left',
  budget: 'Budget (euro)',
  grants: 'Expected projects',
  relevance: 'Relevance',
  pillar: 'Pillar',
  url: 'Official page',
};
