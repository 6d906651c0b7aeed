import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** Triage. */
export const triage = {
  title: 'Prima selezione',
  lead: (left: number, judged: number, limit: number) =>
    `${count(left, { zero: 'Nulla da giudicare adesso', one: 'Un bando da giudicare', other: '# bandi da giudicare' })}; questa settimana ${judged} di ${limit}. In ordine di ultimo giorno utile per cominciare.`,
  nothing: 'Per questa settimana è tutto. La coda può aspettare lunedì.',
  pick: (title: string) => `Scegli: ${title}`,
  family: (family: string, calls: number) => `famiglia ${family}: ${calls} in attesa`,
  proposed: (pillars: string) => `proposto: ${pillars}`,
  noRole: 'ruolo da definire',
  startBy: (day: string) => `cominciare entro ${article('il', day)}`,
  deadline: (day: string) => `scade ${article('il', day)}`,
  decide: 'Decidi per quelli scelti',
  decideHint: 'Ogni decisione resta con nome, ora e motivo; uno scarto si può sempre riprendere.',
  propose: 'Proponi per quelli scelti',
  proposeHint:
    'La tua proposta arriva al coordinatore del gruppo e alla segreteria, che decidono. Vale per i bandi del tuo gruppo.',
  proposeKeep: 'Proponi di tenere',
  proposeDiscard: 'Proponi di scartare',
  proposals: { keep: 'tenere', discard: 'scartare' },
  proposedBy: (who: string, what: string, note: string) => `${who} propone di ${what}${note === '' ? '' : `: ${note}`}`,
  groupsHint: 'Gruppi (se nessuno: quello indicato dal bando)',
  me: 'io',
  keep: 'Tieni e assegna',
  reason: 'Motivo dello scarto',
  chooseReason: 'scegli un motivo',
  discard: 'Scarta',
  discardFamily: 'Scarta tutta la famiglia',
  mute: 'Non mostrare più',
  muted: (calls: number) => `Non più mostrati: ${calls}`,
  mutedBy: (who: string | null, when: string) =>
    `${who === null ? 'Non è annotato chi lo ha deciso' : `Deciso da ${who}`} · ${when}`,
  showAgain: 'Mostra di nuovo',
  showAgainThis: (key: string) => `Mostra di nuovo ${key}`,
  keys: 'Da tastiera: J e K per muoverti, X per scegliere, T per tenere, S per scartare.',
  correct: 'Correggi i pilastri',
  rightPillars: 'I pilastri giusti',
  apart: {
    queue: (calls: number) => `In coda: ${calls}`,
    onlyLetter: (calls: number) => `Solo una lettera di sostegno è possibile: ${calls}`,
    tooLate: (calls: number) => `Troppo tardi: ${calls}`,
  },
  andMore: (calls: number) => `e altri ${calls}`,
  recent: 'Ultime decisioni',
  takeBack: 'Riporta in coda',
  takeBackThis: (key: string) => `Riporta in coda ${key}`,
};
