import type { Term } from './term.ts';

/** What the calls and the trade say of themselves. */
export const PROCEDURE: readonly Term[] = [
  ['città faro|città guida', 'lighthouse city|lighthouse'],
  ['città apripista', 'front-runner city|frontrunner'],
  ['missione città|cento città', 'climate-neutral and smart cities|cities mission'],
  ['contratto climatico', 'climate city contract'],
  ['piano urbano della mobilità sostenibile|pums', 'sustainable urban mobility plan|SUMP'],
  ['paesc|piano per l energia sostenibile e il clima', 'sustainable energy and climate action plan|SECAP'],
  ['patto dei sindaci', 'covenant of mayors'],
  ['laboratorio vivente', 'living lab'],
  ['sito pilota|progetto pilota', 'pilot|pilot site|demonstration'],
  ['dimostrazione', 'demonstration'],
  ['replicabilità', 'replication'],
  ['premio', 'prize|award'],
  ['bando a cascata|sostegno a terzi', 'cascade funding|financial support to third parties'],
  ['partenariato', 'partnership'],
  ['scambio di buone pratiche', 'exchange of good practices|peer learning|knowledge sharing'],
];
