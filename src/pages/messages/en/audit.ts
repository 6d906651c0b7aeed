import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const audit: Messages['audit'] = {
  title: 'Audit log',
  lead: (total) =>
    count(total, {
      zero: 'No action yet.',
      one: 'One action. Nobody can change it or take it away.',
      other: '# actions, the latest first. Nobody can change them or take them away.',
    }),
  filter: 'Filter the log',
  action: 'Action',
  every: 'all',
  show: 'Show',
  none: 'No action of this kind.',
  when: 'When',
  who: 'Who',
  what: 'On what',
  nobody: 'nobody (the system)',
  erased: (code) => `erased person (${code})`,
  actions: {
    'access.signed-in': 'came in',
    'access.link-wanted': 'asks for a link',
    'access.link-printed': 'link printed',
    'access.passkey-added': 'passkey made',
    'access.passkey-removed': 'passkey removed',
    'people.first-administrator': 'first administrator',
    'people.added': 'person added',
    'people.role-given': 'role added',
    'people.role-taken': 'role taken away',
    'people.disabled': 'person suspended',
    'people.enabled': 'person let in again',
    'privacy.exported': 'personal data downloaded',
    'privacy.erased': 'person erased',
    'source.level-accepted': 'level of a source accepted',
    'settings.changed': 'settings changed',
    'webhook.added': 'webhook added',
    'webhook.changed': 'webhook changed',
    'webhook.secret-renewed': 'new secret of a webhook',
    'webhook.enabled': 'webhook switched on',
    'webhook.disabled': 'webhook switched off',
    'webhook.removed': 'webhook removed',
    'webhook.gone': 'webhook off: the server answered 410',
  },
};
