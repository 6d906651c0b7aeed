/** What the fake portal publishes: invented calls, the same for the same seed, in nobody's words but ours. */
export interface FakeTopic {
  kind: 'topic' | 'cascade' | 'external';
  number: number;
  identifier: string;
  reference: string;
  title: string;
  callIdentifier: string;
  callTitle: string;
  programme: string;
  status: string;
  opensOn: string;
  deadlines: string[];
  model: string;
  budgetEur: number;
  actionType: string;
  description: string;
  conditions: string;
  keywords: string[];
  language: string;
  datasource: string;
  /** Rows whose text and budget only the details file has. */
  bare: boolean;
  /** Metadata of the row that replace those made from the fields above. */
  extra: Record<string, unknown>;
}

export const OPEN = '31094502';
export const FORTHCOMING = '31094501';
export const CLOSED = '31094503';

export interface CatalogueOptions {
  topics: number;
  cascades?: number;
  externals?: number;
  /** Closed topics of Horizon 2020, for the archive. */
  archived?: number;
  /** Characters of call text of a topic. */
  textLength?: number;
  seed?: number;
}

/** mulberry32: small, seeded, good enough for test data. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function makeCatalogue(options: CatalogueOptions): FakeTopic[] {
  const random = seededRandom(options.seed ?? 7);
  const many = (count: number, make: (index: number) => FakeTopic) =>
    Array.from({ length: count }, (_, index) => make(index));
  const { textLength = 2_000 } = options;
  return [
    ...many(options.topics, (index) => makeTopic(index, random, textLength)),
    ...many(options.cascades ?? 0, (index) => makeCascade(index, random)),
    ...many(options.externals ?? 0, (index) => makeExternal(index, random)),
    ...many(options.archived ?? 0, (index) => makeArchived(index, random, textLength)),
  ];
}

const WORDS =
  'quarters city mobility lanes pilot districts heat pumps waste water participation budget retrofit trams data twin shade trees public procurement markets skills ageing schools air noise flood storage charging depots logistics housing heritage museums'.split(
    ' ',
  );
/** One paragraph in five has a character beyond ASCII, as in 1,179 real descriptions of 2026. */
const ODD_WORDS = ['città', '“smart”', 'cities’', '– and', 'Zürich', '€5'];

function words(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(random() * WORDS.length)]} `;
  return random() < 0.2 ? `${text}${ODD_WORDS[Math.floor(random() * ODD_WORDS.length)]}` : text.trim();
}

function paragraphs(random: () => number, length: number): string {
  let html = '';
  while (html.length < length)
    html += `<p>${words(random, 320)}<sup>[1]</sup>.</p><ul><li>${words(random, 90)}</li></ul>`;
  return html;
}

const two = (value: number): string => String(value).padStart(2, '0');

function makeTopic(index: number, random: () => number, textLength: number): FakeTopic {
  const call = Math.floor(index / 8) + 1;
  const isOpen = random() < 0.5;
  const day = `${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const twoStage = random() < 0.15;
  const title = `Invented topic ${index}: ${words(random, 40)}`;
  const third = Math.floor(textLength / 4);
  return {
    kind: 'topic',
    number: 60_000_000 + index,
    identifier: `HORIZON-FAKE-2027-${two(call)}-${two((index % 8) + 1)}`,
    reference: `${60_000_000 + index}TOPICSen`,
    title,
    callIdentifier: `HORIZON-FAKE-2027-${two(call)}`,
    callTitle: `Invented call ${call}`,
    programme: '43108390',
    status: isOpen ? OPEN : FORTHCOMING,
    opensOn: isOpen ? '2026-10-01' : '2027-01-12',
    deadlines: twoStage ? [`2027-${day}`, `2028-${day}`] : [`2027-${day}`],
    model: twoStage ? 'two-stage' : 'single-stage',
    budgetEur: 1_000_000 * (2 + Math.floor(random() * 20)),
    actionType:
      random() < 0.5 ? 'HORIZON-RIA HORIZON Research and Innovation Actions' : 'HORIZON-IA HORIZON Innovation Actions',
    description:
      `<p class="topicdescriptionkind">Expected Outcome:</p>${paragraphs(random, third)}` +
      `<p class="topicdescriptionkind">Scope:</p>${paragraphs(random, third)}`,
    conditions: conditionsOf(call, third, index % 3 === 0 ? title : null),
    keywords: [words(random, 12), words(random, 12)],
    language: 'en',
    datasource: 'SEDIA',
    bare: false,
    extra: {},
  };
}

/** A call's conditions are the same text on each of its topics, but for those that add some of their own. */
function conditionsOf(call: number, length: number, own: string | null): string {
  const random = seededRandom(call);
  const shared = `<h4>1. Admissibility</h4>${paragraphs(random, length)}<h4>2. Eligible countries</h4>${paragraphs(random, length)}`;
  return own === null ? shared : `${shared}<h4>3. Specific conditions</h4><p>${own}.</p>`;
}

function makeCascade(index: number, random: () => number): FakeTopic {
  const base = makeTopic(index, random, 400);
  return {
    ...base,
    kind: 'cascade',
    number: 9_000 + index,
    // Siblings share their parent's identifier (PORTAL-CONTRACT §2.7).
    identifier: `HORIZON-FAKE-2024-PARENT-${two(Math.floor(index / 3) + 1)}`,
    reference: `${9_000 + index}COMPETITIVE_CALLen`,
    callTitle: `Invented open call ${index} of a funded project`,
    model: 'single-stage',
    deadlines: [`2027-0${1 + (index % 9)}-15`],
    budgetEur: 60_000 * (1 + (index % 5)),
  };
}

function makeExternal(index: number, random: () => number): FakeTopic {
  const base = makeTopic(index, random, 400);
  return {
    ...base,
    kind: 'external',
    number: 181_000 + index,
    identifier: `EuropeAid/${181_000 + index}/DD/ACT/XX`,
    callIdentifier: String(181_000 + index),
    reference: `${181_000 + index}PROSPECTSEN`,
    programme: '111111',
    model: 'single-stage',
    deadlines: [`2027-0${1 + (index % 9)}-20`],
  };
}

function makeArchived(index: number, random: () => number, textLength: number): FakeTopic {
  return {
    ...makeTopic(index, random, textLength),
    number: 31_000_000 + index,
    identifier: `OLD-FAKE-${two(Math.floor(index / 20) + 1)}-${two((index % 20) + 1)}-2018`,
    reference: `${31_000_000 + index}Innovationaction1574121600000`,
    programme: '31045243',
    status: CLOSED,
    opensOn: '2017-12-05',
    deadlines: ['2018-04-05'],
    model: 'single-stage',
    datasource: 'SEDIA_PRD_CENTRICITY',
  };
}
