import type { Term } from './term.ts';

/** Cycling of people: near a word of streets or cities, never alone. */
const CYCLING =
  'cycling +mobility +transport +walking +pedestrian +road +traffic +urban +city +cities +infrastructure +commuting +tourism';

/** Streets, transport and goods. */
export const MOBILITY: readonly Term[] = [
  [
    'pista ciclabile|ciclabile|ciclovia',
    `${CYCLING}|cycle path|cycle lane|bicycle|bike|active mobility|micromobility|urban mobility`,
  ],
  ['bicicletta|bici', `bicycle|bike|${CYCLING}|micromobility`],
  ['mobilità ciclistica|ciclabilità', `${CYCLING}|active mobility|micromobility`],
  ['mobilità dolce|mobilità attiva', `active mobility|walking|${CYCLING}|soft mobility|micromobility`],
  ['mobilità sostenibile', 'sustainable mobility|sustainable urban mobility|sustainable transport'],
  ['mobilità urbana', 'urban mobility|urban transport'],
  ['mobilità condivisa', 'shared mobility|mobility as a service'],
  ['mobilità', 'mobility|transport'],
  ['trasporto pubblico|mezzi pubblici', 'public transport|collective transport|mass transit'],
  ['trasporto', 'transport|mobility'],
  ['autobus|bus', 'bus|buses'],
  ['filobus', 'trolleybus|bus'],
  ['tram', 'tram|light rail'],
  ['metropolitana', 'metro|underground|rail'],
  ['treno|ferrovia', 'rail|railway|train'],
  ['auto elettrica|veicolo elettrico', 'electric vehicle|electromobility|e-mobility'],
  ['mobilità elettrica', 'electromobility|electric mobility|electric vehicle'],
  [
    'colonnina di ricarica|colonnina|stazione di ricarica|ricarica elettrica',
    'charging infrastructure|charging point|recharging|charging',
  ],
  ['automobile|auto', 'car|vehicle'],
  ['veicolo', 'vehicle'],
  ['guida autonoma|veicolo autonomo', 'automated driving|autonomous vehicle|connected and automated mobility'],
  ['traffico', 'traffic|congestion'],
  ['parcheggio|sosta', 'parking'],
  ['sicurezza stradale', 'road safety'],
  ['strada', 'road|street'],
  ['pedone|pedonale|zona pedonale', 'pedestrian|walking|walkability'],
  [
    'logistica urbana|merci in città|ultimo miglio|logistica',
    'urban logistics|city logistics|urban freight|last mile|logistics',
  ],
  ['merci', 'freight|goods'],
  ['monopattino|micromobilità', 'micromobility|scooter'],
  ['drone', 'drone|unmanned aircraft|urban air mobility'],
  ['aeroporto', 'airport'],
  ['porto', 'port'],
  ['pendolare|pendolarismo', 'commuter|commuting'],
  ['stazione ferroviaria', 'railway station|train station'],
  ['hub multimodale|interscambio', 'multimodal hub|mobility hub|interchange'],
  ['intermodalità|intermodale', 'intermodal|multimodal'],
  [
    'zona a traffico limitato|ztl|area c|area b',
    'low emission zone|zero emission zone|congestion charge|vehicle access',
  ],
  ['car sharing|bike sharing', 'shared mobility|car sharing|bike sharing'],
  ['camion|mezzo pesante', 'truck|lorry|heavy-duty vehicle'],
  ['nave|navigazione', 'ship|shipping|waterborne'],
  ['ponte', 'bridge'],
  ['galleria stradale|tunnel', 'tunnel'],
  ['infrastruttura', 'infrastructure'],
];
