import type { ReasonId, RuleId, RuleOutcome, RuleResult } from '../eligibility.ts';
import type { Localised } from './localised.ts';

export const RULE_LABELS: Readonly<Record<RuleId, Localised>> = {
  H1: { it: 'Città guida una sola volta', en: 'Lead city only once' },
  H2: { it: 'Territorio', en: 'Geography' },
  H3: { it: 'Tipo di proponente', en: 'Type of applicant' },
  H4: { it: 'Piano richiesto', en: 'Plan required' },
  H5: { it: 'Composizione del consorzio', en: 'Composition of the consortium' },
  H6: { it: 'Tempo disponibile', en: 'Time left' },
  H7: { it: 'Finestra aperta', en: 'Open round' },
  H8: { it: 'Doppio finanziamento', en: 'Double funding' },
  H9: { it: 'Costi ammissibili', en: 'Eligible costs' },
};

export const OUTCOME_LABELS: Readonly<Record<RuleOutcome, Localised>> = {
  yes: { it: 'rispettata', en: 'respected' },
  no: { it: 'non rispettata', en: 'not respected' },
  unknown: { it: 'non noto', en: 'not known' },
  'not-applicable': { it: 'non si applica', en: 'does not apply' },
};

/** `{name}` stands for a parameter of the reason. */
export const REASON_LABELS: Readonly<Record<ReasonId, Localised>> = {
  'no-text': { it: 'il testo del bando non è disponibile', en: 'the text of the call is not available' },
  'lighthouse.not-asked': {
    it: 'il bando non chiede città guida di Horizon 2020',
    en: 'the call asks for no lead city of Horizon 2020',
  },
  'lighthouse.not-yet': { it: 'la città non era ancora città guida', en: 'the city was not a lead city yet' },
  'lighthouse.already': {
    it: 'già città guida in {project} ({topic}): resta il ruolo di città follower',
    en: 'already a lead city in {project} ({topic}): the role of follower city remains',
  },
  'place.none': { it: 'nessun vincolo di territorio trovato', en: 'no tie to a territory found' },
  'place.respected': {
    it: 'il territorio richiesto è anche il nostro ({place})',
    en: 'the territory asked for is also ours ({place})',
  },
  'place.elsewhere': {
    it: 'il bando riguarda un altro territorio ({place})',
    en: 'the call is about another territory ({place})',
  },
  'place.cooperation': {
    it: 'cooperazione con {place}: servono partner di là',
    en: 'cooperation with {place}: partners from there are needed',
  },
  'place.external-action': { it: 'azione in Paesi terzi', en: 'action in third countries' },
  'place.not-territorial': { it: 'il vincolo riguarda enti territoriali', en: 'the tie concerns territorial bodies' },
  'applicant.any': { it: 'aperto a ogni soggetto ammesso dal bando', en: 'open to any entity that the call admits' },
  'applicant.admitted': {
    it: 'il tipo di ente è ammesso ({applicants})',
    en: 'the type of body is admitted ({applicants})',
  },
  'applicant.not-admitted': { it: 'riservato a {applicants}', en: 'reserved for {applicants}' },
  'applicant.unknown-type': { it: 'tipo di azione non riconosciuto', en: 'type of action not identified' },
  'applicant.unknown-body': {
    it: 'riservato a {applicants}: non è noto se l’ente lo sia',
    en: 'reserved for {applicants}: not known whether the body is one',
  },
  'applicant.named': { it: 'riservato a beneficiari già indicati', en: 'reserved for named beneficiaries' },
  'applicant.text': { it: 'il testo riserva il bando ad altri soggetti', en: 'the text reserves the call for others' },
  'plan.none': { it: 'nessun piano richiesto trovato', en: 'no required plan found' },
  'plan.has': { it: 'il piano richiesto c’è ({plans})', en: 'the required plan exists ({plans})' },
  'plan.missing': { it: 'manca il piano richiesto ({plans})', en: 'the required plan is missing ({plans})' },
  'plan.unknown': {
    it: 'è richiesto un piano: verificare se c’è ({plans})',
    en: 'a plan is required: check whether it exists ({plans})',
  },
  'plan.gep-unknown': {
    it: 'verificare il piano per la parità di genere (GEP) dell’ente',
    en: 'check the body’s gender equality plan (GEP)',
  },
  'composition.none': { it: 'nessuna composizione particolare trovata', en: 'no particular composition found' },
  'composition.asks': { it: 'il consorzio deve avere: {demands}', en: 'the consortium must have: {demands}' },
  'composition.mission-city-ours': {
    it: 'il consorzio deve avere: {demands}; siamo una delle 112 città della Missione',
    en: 'the consortium must have: {demands}; we are one of the 112 cities of the Mission',
  },
  'composition.mission-city-theirs': {
    it: 'il consorzio deve avere: {demands}; la città della Missione va cercata altrove',
    en: 'the consortium must have: {demands}; the Mission city must be found elsewhere',
  },
  'composition.not-a-city': { it: 'la richiesta riguarda le città', en: 'the demand concerns cities' },
  'time.enough': { it: '{daysLeft} giorni: bastano per ogni ruolo', en: '{daysLeft} days: enough for any role' },
  'time.limited': {
    it: '{daysLeft} giorni: bastano solo per un ruolo minore',
    en: '{daysLeft} days: enough for a smaller role only',
  },
  'time.too-late': {
    it: '{daysLeft} giorni: troppo tardi anche per una lettera',
    en: '{daysLeft} days: too late even for a letter',
  },
  'time.no-deadline': { it: 'scadenza non nota', en: 'deadline not known' },
  'round.ahead': { it: 'c’è una finestra davanti', en: 'a round lies ahead' },
  'round.closed': { it: 'nessuna finestra davanti', en: 'no round lies ahead' },
  'round.unknown': { it: 'scadenze non note', en: 'deadlines not known' },
  'round.single-grant': {
    it: 'una sola sovvenzione a chi gestirà il fondo: alla città servono i suoi bandi a cascata',
    en: 'one grant for whoever runs the facility: a city uses its cascade calls later',
  },
  'funding.not-a-site': { it: 'nessuna dimostrazione su un sito', en: 'no demonstration on a site' },
  'funding.check-sites': {
    it: 'verificare che il sito non sia già finanziato: {sites}',
    en: 'check that the site is not funded already: {sites}',
  },
  'costs.none': { it: 'nessun costo escluso trovato', en: 'no excluded cost found' },
  'costs.excluded': { it: 'alcuni costi non sono ammessi: verificare', en: 'some costs are not eligible: check' },
};

/** Parameter values that are words of ours. */
export const REASON_WORDS: Readonly<Record<string, Localised>> = {
  'programme-owners': { it: 'titolari di programmi di finanziamento', en: 'owners of funding programmes' },
  procurers: { it: 'committenti pubblici', en: 'public procurers' },
  smes: { it: 'piccole e medie imprese', en: 'small and medium-sized enterprises' },
  researchers: { it: 'ricercatori con un ente ospitante', en: 'researchers with a host institution' },
  universities: { it: 'università', en: 'universities' },
  named: { it: 'beneficiari già indicati', en: 'named beneficiaries' },
  islands: { it: 'isole', en: 'islands' },
  coast: { it: 'coste', en: 'coast' },
  mountain: { it: 'montagna', en: 'mountains' },
  rural: { it: 'aree rurali', en: 'rural areas' },
  outermost: { it: 'regioni ultraperiferiche', en: 'outermost regions' },
  africa: { it: 'Africa', en: 'Africa' },
  'central-asia': { it: 'Asia centrale', en: 'Central Asia' },
  'latin-america': { it: 'America latina e Caraibi', en: 'Latin America and the Caribbean' },
  arctic: { it: 'Artico', en: 'Arctic' },
  'third-country': { it: 'un Paese terzo', en: 'a third country' },
  leadCities: { it: 'città guida', en: 'lead cities' },
  followerCities: { it: 'città follower', en: 'follower cities' },
  cities: { it: 'città', en: 'cities' },
  localGovernments: { it: 'enti locali', en: 'local governments' },
  missionCities: { it: 'tra le 112 città della Missione', en: 'among the 112 cities of the Mission' },
  countries: { it: 'Paesi diversi', en: 'different countries' },
};

const TO_VERIFY: Localised = { it: 'da verificare', en: 'to be verified' };

/** The sentence a reader sees for a result. Words of ours in the parameters are translated; `3 leadCities` reads "3 città guida". */
export function reasonText({ reason, verified, result }: RuleResult, language: keyof Localised): string {
  const filled = REASON_LABELS[reason.id][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    translate(String(reason.params[name] ?? ''), language),
  );
  const doubtful = !verified && result !== 'not-applicable';
  return doubtful ? `${filled} (${TO_VERIFY[language]})` : filled;
}

function translate(value: string, language: keyof Localised): string {
  return value.replace(/[A-Za-z][\w-]*/g, (word) =>
    Object.hasOwn(REASON_WORDS, word) ? (REASON_WORDS[word]?.[language] ?? word) : word,
  );
}
