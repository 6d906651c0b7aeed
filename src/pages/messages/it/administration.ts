import { day as article } from './articles.ts';

/** *Amministrazione*. */
export const administration = {
  title: 'Amministrazione',
  withMail: 'La posta è configurata.',
  withoutMail: 'La posta non è configurata: i collegamenti di accesso si stampano da qui.',
  wanting: 'Aspettano un collegamento',
  askedOn: (when: string) => `chiesto ${article('il', when)}`,
  done: 'fatto',
  open: 'da fare',
  rest: 'Altre pagine dell’amministratore',
};
