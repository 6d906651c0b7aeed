import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** *Analisi*: what came of the calls, what lies ahead, who carries how much, what was missed. */
export const analysis = {
  title: 'Analisi',
  lead: 'Che cosa è venuto dei bandi, che cosa sta arrivando, chi porta quanto, che cosa ci è sfuggito.',
  total: 'Totale',
  count: 'Quanti',
  call: 'Bando',
  calls: 'Bandi',
  pillar: 'Pilastro',
  month: 'Mese',

  funnelTitle: 'Dal bando al finanziamento',
  funnelCaption:
    'Trovati: bandi visti prima della scadenza. Le barre crescono con la radice del numero, così si vedono anche i pochi.',
  stage: 'Passaggio',
  ofBefore: 'Del passaggio prima',
  stages: {
    found: 'Trovati',
    shortlisted: 'Da valutare',
    dossier: 'Dossier aperti',
    go: 'Parere favorevole',
    submitted: 'Presentati',
    funded: 'Finanziati',
  },

  monthsTitle: 'Scadenze dei bandi per pilastro',
  monthsCaption: (undated: number) =>
    `Bandi di «Da valutare» che scadono nei prossimi dodici mesi.${count(undated, {
      zero: '',
      one: ' Uno è senza data.',
      other: ' # sono senza data.',
    })}`,

  deadlinesTitle: 'Scadenze dei dossier attivi',
  deadlinesCaption: 'Quanti dossier attivi scadono in ogni mese; la tabella dice quali.',
  noDeadlines: 'Nessun dossier attivo ha una scadenza davanti.',

  reachTitle: 'Dotazione raggiungibile',
  reachCaption:
    'Somma delle dotazioni dei bandi in cui alla città resta il tempo per un ruolo: è quanto c’è in palio, non quanto arriverebbe. Le dotazioni condivise fra più bandi non sono sommate.',
  budget: 'Dotazione',
  sharedPot: 'Con dotazione condivisa',
  unknownBudget: 'Dotazione non nota',

  loadTitle: 'Carico dei valutatori',
  loadCaption: (more: number) =>
    `Dossier in valutazione per cui ciascuno è nominato, a scheda consegnata o no.${count(more, {
      zero: '',
      one: ' Un’altra persona è in tabella.',
      other: ' Altre # persone sono in tabella.',
    })}`,
  noReaders: 'Nessun gruppo ha ancora membri.',
  reader: 'Persona',
  inReview: 'In valutazione ora',
  appointed: 'Nomine in un anno',

  missedTitle: 'Bandi sfuggiti',
  missedCaption: (since: string, shown: number) =>
    `Stavano in «Da valutare», sono scaduti dopo ${article('il', since)} e nessuno li ha aperti né scartati. ${count(shown, { one: 'In tabella il più pertinente.', other: 'In tabella i # più pertinenti.' })}`,
  noneMissed: (since: string) =>
    `${article('Dal', since)} nessun bando di «Da valutare» è scaduto senza una decisione.`,
  closedOn: 'Scaduto',
  relevance: 'Pertinenza',
};
