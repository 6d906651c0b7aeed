import { day as article } from './articles.ts';

/** Public notices for bodies from outside. */
export const notices = {
  title: 'Avvisi pubblici',
  one: 'Avviso pubblico',
  lead: (association: string) => `${association} cerca enti per questi bandi. Per farsi avanti non serve entrare.`,
  none: 'Nessun avviso aperto.',
  dated: (from: string, to: string) => `${article('Dal', from)} ${article('al', to)}`,
  roles: 'Ruoli cercati',
  comeForward: 'Fatevi avanti',
  closed: 'L’avviso è chiuso: non si risponde più.',
  whoReads: 'Leggono la segreteria, il consiglio e il gruppo di lavoro.',
  nonePublished: 'Nessun avviso: gli enti esterni non ne sanno nulla.',
  publish: 'Pubblica un avviso',
  publishHint: 'Chiunque lo legge: il bando, i ruoli e il testo; mai lo stato del dossier o chi è interessato.',
  text: 'Testo dell’avviso',
  closesOn: 'Aperto fino al',
  publishNow: 'Pubblica',
};
