import type { ScorableTopic } from '../domain/scoring.ts';
import { identifierFamilies } from './identifier-family.ts';
import { remembered } from './remembered.ts';
import { workLine } from './work-line.ts';

/**
 * Features that are no phrase of the text: programme, identifier family, line of work, programme part, kind of action. Each is written
 * `kind:value`, and that is how its evidence names it.
 */
export function structuralFeatures(topic: ScorableTopic): string[] {
  const programme = programmeCode(topic.programme ?? '');
  const features = identifierFamilies(topic.identifier).map((family) => `family:${family}`);
  const line = workLine(topic.identifier);
  if (line !== null) features.push(`line:${line}`);
  if (programme !== '') features.push(`programme:${programme}`);
  for (const part of topic.programmeParts) features.push(...programmePartLevels(part).map((level) => `part:${level}`));
  for (const action of new Set(topic.typesOfAction.map(actionKind))) features.push(`action:${action}`);
  return features;
}

/** `Horizon Europe (HORIZON)`, `Horizon Europe` and `HORIZON` are one programme. */
const programmeCode = remembered((programme) => {
  const inBrackets = /\(([A-Z0-9+-]{2,})\)\s*$/.exec(programme)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  const known = PROGRAMME_NAMES.find(([name]) => programme.toLowerCase().startsWith(name));
  return known?.[1] ?? programme.toUpperCase();
});

const PROGRAMME_NAMES: readonly (readonly [name: string, code: string])[] = [
  ['horizon europe', 'HORIZON'],
  ['horizon 2020', 'H2020'],
  ['european defence fund', 'EDF'],
  ['digital europe', 'DIGITAL'],
  ['erasmus', 'ERASMUS+'],
  ['creative europe', 'CREA'],
  ['connecting europe', 'CEF'],
  ['citizens, equality', 'CERV'],
  ['programme for the environment', 'LIFE'],
];

/** `H2020-EU.3.4.1.3.` stands in 3, 3.4, 3.4.1 and 3.4.1.3 (final dots are missing on some codes, DOMAIN §2.1). */
function programmePartLevels(part: string): string[] {
  const code = /^H2020-EU\.([\d.]+)$/.exec(part)?.[1];
  if (code === undefined) return [part];
  const steps = code.split('.').filter((step) => step !== '');
  return steps.slice(1).map((_, i) => `EU.${steps.slice(0, i + 2).join('.')}`);
}

/** The kind of action by short code or by the portal's label (DOMAIN §2.3, §2.5). The first that fits is meant. */
const ACTIONS: readonly (readonly [kind: string, label: RegExp])[] = [
  ['PCP', /pre-?commercial|\bPCP\b/i],
  ['PPI', /procurement of innov|\bPPI\b/i],
  ['PRIZE', /prize|award/i],
  ['COFUND', /cofund|\bEJP\b|era-?net/i],
  ['ERC', /\bERC\b/i],
  ['MSCA', /\bMSCA\b/i],
  ['SME', /\bSME\b|\bFTI\b|\bEIC\b|accelerator/i],
  ['CSA', /coordination and support|\bCSA\b/i],
  ['RIA', /research and innovation act|\bRIA\b/i],
  ['IA', /innovation action|\bIA\b/i],
  ['NAMED', /\bSGA\b|\bFPA\b|framework partnership/i],
  ['INFRASTRUCTURE', /infrastructure project/i],
];

const actionKind = remembered((label) => ACTIONS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'OTHER');
