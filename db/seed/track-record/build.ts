/**
 * Builds `track-record.generated.json`: facts of CORDIS about the partners of all bundled profiles and about topics.
 * Run: npx tsx db/seed/track-record/build.ts DATA_DIR GOLD_DIR
 * Reads DATA_DIR/cordis/{h2020_project_topic,h2020_topics_cordis_titles}.csv and
 * GOLD_DIR/{milan_wins,city_wins}_2014_2016.csv; nothing else, so that the same input gives the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CityProfile, parseCityProfile } from '../../../src/domain/city-profile.ts';
import { NOT_MUNICIPALITIES, OTHER_NAMES } from './corrections.ts';

const VERSION = '2026-11-22';
const HERE = import.meta.dirname;

type Row = Record<string, string>;

function main([dataDir, goldDir]: string[]): void {
  if (dataDir === undefined || goldDir === undefined) throw new Error('usage: build.ts DATA_DIR GOLD_DIR');
  const won = ourWins(readTable(join(goldDir, 'milan_wins_2014_2016.csv')));
  const projects = new Map(won.map(({ row }) => [row.projectId ?? '', row]));
  const coordinators = new Map(
    won.flatMap(({ row }) => (row.role === 'coordinator' ? [[row.projectId, row.orgName]] : [])),
  );
  write({
    projects: [...projects].map(([id, row]) => [
      id,
      row.acronym ?? '',
      row.topicId ?? '',
      row.startDate || null,
      row.endDate || null,
      coordinators.get(id) ?? null,
    ]),
    participations: won.map(({ row, pic }) => [
      row.projectId,
      pic,
      row.orgName,
      row.role || null,
      euros(row.ecContributionEur ?? ''),
    ]),
    wins: topicWins(dataDir, goldDir),
  });
}

/** The rows of our partners, each once; a row without a PIC is told by the partner's legal name. */
function ourWins(rows: Row[]): { row: Row; pic: string }[] {
  const partners = bundledProfiles().flatMap((profile) => profile.partners);
  const pics = new Set(partners.flatMap(({ pic, formerPics }) => [...(pic ? [pic] : []), ...formerPics]));
  const byName = new Map(partners.map(({ legalName, pic }) => [letters(legalName), pic ?? '']));
  const won = new Map<string, { row: Row; pic: string }>();
  for (const row of rows) {
    const name = row.orgName ?? '';
    const pic = row.pic || OTHER_NAMES[name] || byName.get(letters(name)) || '';
    if (pics.has(pic)) won.set(`${row.projectId} ${pic}`, { row, pic });
  }
  return [...won.values()];
}

function topicWins(dataDir: string, goldDir: string): unknown[][] {
  const counts = new Map<string, number>();
  for (const { topic = '' } of readTable(join(dataDir, 'cordis/h2020_project_topic.csv')))
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const titles = readTable(join(dataDir, 'cordis/h2020_topics_cordis_titles.csv'));
  const titleOf = new Map(titles.map(({ topic = '', title = '' }) => [topic, title]));
  const outcomes = new Map(
    readTable(join(goldDir, 'city_wins_2014_2016.csv')).map((row) => [row.identifier ?? '', row]),
  );
  return [...counts].map(([topic, projects]) => {
    const outcome = outcomes.get(topic);
    const known = outcome === undefined ? [null, null, 0] : knownOutcome(outcome);
    return [topic, titleOf.get(topic) ?? topic, projects, ...known];
  });
}

function knownOutcome({ participants, municipality_names: names = '', coverage }: Row): unknown[] {
  const municipalities = names
    .split(';')
    .map((name) => repaired(name.trim()))
    .filter((name) => name !== '' && !NOT_MUNICIPALITIES.has(name));
  return [Number(participants), municipalities, Number(coverage)];
}

/** A few names are UTF-8 that somebody read as Mac Roman: `√¶` is æ. */
function repaired(name: string): string {
  return name.replace(/√¶/g, 'æ').replace(/√ì/g, 'Ó').replace(/√â/g, 'É');
}

function bundledProfiles(): CityProfile[] {
  const folder = join(HERE, '../profiles');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => parseCityProfile(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

function readTable(file: string): Row[] {
  return parse<Row>(readFileSync(file), { columns: true, bom: true });
}

const letters = (name: string) => name.toUpperCase().replace(/[^A-Z]/g, '');
const euros = (text: string) => (text === '' || text === 'NA' ? null : Number(text));

/** Sorted, one fact a line, so that a change can be reviewed. */
function write(tables: { projects: unknown[][]; participations: unknown[][]; wins: unknown[][] }): void {
  const head = { version: VERSION, source: 'European Union, CORDIS: Horizon 2020 projects', archive: 'H2020' };
  const parts = [
    ...Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`),
    ...Object.entries(tables).map(([name, rows]) => {
      const lines = rows.map((row) => `    ${JSON.stringify(row)}`).sort();
      return `  "${name}": [\n${lines.join(',\n')}\n  ]`;
    }),
  ];
  const file = join(HERE, 'track-record.generated.json');
  writeFileSync(file, `{\n${parts.join(',\n')}\n}\n`);
  const sizes = Object.entries(tables).map(([name, rows]) => `${rows.length} ${name}`);
  console.info(`${sizes.join(', ')}; ${readFileSync(file).length} bytes`);
}

main(process.argv.slice(2));
