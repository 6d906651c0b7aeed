import { plural } from '../plural.ts';

const count = plural('it');

/** *Registro*. */
export const audit = {
  title: 'Registro',
  lead: (total: number) =>
    count(total, {
      zero: 'Ancora nessuna azione.',
      one: 'Un’azione. Nessuno la può cambiare o togliere.',
      other: '# azioni, la più recente prima. Nessuno le può cambiare o togliere.',
    }),
  filter: 'Filtra il registro',
  action: 'Azione',
  every: 'tutte',
  show: 'Mostra',
  none: 'Nessuna azione di questo tipo.',
  when: 'Quando',
  who: 'Chi',
  what: 'Su che cosa',
  nobody: 'nessuno (il sistema)',
  erased: (code: string) => `persona cancellata (${code})`,
  actions: {
    'access.signed-in': 'è entrata',
    'access.link-wanted': 'chiede un collegamento',
    'access.link-printed': 'collegamento stampato',
    'access.passkey-added': 'passkey creata',
    'access.passkey-removed': 'passkey tolta',
    'people.first-administrator': 'primo amministratore',
    'people.added': 'persona aggiunta',
    'people.role-given': 'ruolo aggiunto',
    'people.role-taken': 'ruolo tolto',
    'people.disabled': 'persona sospesa',
    'people.enabled': 'persona riammessa',
    'privacy.exported': 'dati personali scaricati',
    'privacy.erased': 'persona cancellata',
    'source.level-accepted': 'livello di una fonte accettato',
    'settings.changed': 'impostazioni cambiate',
    'webhook.added': 'webhook aggiunto',
    'webhook.changed': 'webhook cambiato',
    'webhook.secret-renewed': 'nuovo segreto di un webhook',
    'webhook.enabled': 'webhook riacceso',
    'webhook.disabled': 'webhook spento',
    'webhook.removed': 'webhook tolto',
    'webhook.gone': 'webhook spento: il server ha risposto 410',
  },
};
