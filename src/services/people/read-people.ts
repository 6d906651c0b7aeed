import { z } from 'zod';
import type { CityProfile } from '../../domain/city-profile.ts';
import type { BodyId, Grant } from '../../domain/desk/people/person.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Association } from '../access/association.ts';
import { type PastedLine, splitLines } from './split-lines.ts';
import { bodyReader, directorateIn, groupReader, roleOf } from './words.ts';

/** Somebody as a line describes them. */
export interface Newcomer {
  line: number;
  name: string;
  email: string;
  bodyId: BodyId | null;
  grants: Grant[];
}

export const FAULTS = [
  ...(['name-missing', 'name-too-long', 'email-missing', 'email-wrong', 'body-unknown', 'group-unknown'] as const),
  ...(['role-unknown', 'group-missing', 'body-missing', 'directorate-missing'] as const),
] as const;

/** A line that cannot be taken as it is: its number, its text unchanged, and what to mend. */
export interface Fault {
  line: number;
  text: string;
  fault: (typeof FAULTS)[number];
  value: string;
}

export interface ReadPeople {
  newcomers: Newcomer[];
  faults: Fault[];
}

const SEVERAL = /\s*[,;/+]\s*/;
const LONGEST_NAME = 120;
const email = z.email().max(254);

/** Reads a pasted list of people; every line is either a newcomer or a fault, none is lost. */
export function readPeople(
  text: string,
  { profile, groups }: { profile: Pick<CityProfile, 'partners'>; groups: Association['groups'] },
): ReadPeople {
  const words = { group: groupReader(groups), body: bodyReader(profile) };
  const read: ReadPeople = { newcomers: [], faults: [] };
  for (const line of splitLines(text)) {
    const result = readLine(line, words);
    if ('fault' in result) read.faults.push({ line: line.number, text: line.text, ...result });
    else read.newcomers.push({ line: line.number, ...result });
  }
  return read;
}

type Words = { group: (text: string) => Pillar | null; body: (text: string) => BodyId | null };
type Problem = Pick<Fault, 'fault' | 'value'>;

function readLine({ cells }: PastedLine, words: Words): Omit<Newcomer, 'line'> | Problem {
  const written = /<([^<>]+)>/.exec(cells.email ?? '')?.[1] ?? cells.email ?? '';
  const address = written.trim().toLowerCase();
  const name = [cells.name ?? '', cells.surname ?? ''].join(' ').replace(/\s+/g, ' ').trim();
  if (name === '') return { fault: 'name-missing', value: '' };
  if (name.length > LONGEST_NAME) return { fault: 'name-too-long', value: name.slice(0, 40) };
  if (address === '') return { fault: 'email-missing', value: '' };
  if (!email.safeParse(address).success) return { fault: 'email-wrong', value: address };
  const bodyId = cells.body === undefined ? null : words.body(cells.body);
  if (cells.body !== undefined && bodyId === null) return { fault: 'body-unknown', value: cells.body };
  const grants = readGrants(cells, words, bodyId);
  return 'fault' in grants ? grants : { name, email: address, bodyId, grants: grants.grants };
}

/** Roles times groups: "coordinatore" with "Mobilità, Ambiente" wears two hats. A group without a role means member. */
function readGrants(cells: PastedLine['cells'], words: Words, bodyId: BodyId | null): { grants: Grant[] } | Problem {
  const roles = parts(cells.role);
  const ofDirectorate = directorateIn(cells.group ?? '');
  const groups: Pillar[] = [];
  // With the role "direzione" alone, the cell of groups names the directorate, commas and all.
  for (const part of roles.length > 0 && roles.every(isBareDirectorate) ? [] : parts(cells.group)) {
    const group = words.group(part);
    if (group === null) return { fault: 'group-unknown', value: part };
    groups.push(group);
  }
  const grants: Grant[] = [];
  for (const part of roles.length > 0 ? roles : [groups.length > 0 ? 'membro' : 'lettore']) {
    const made = grantsOf(part, { groups, bodyId, directorate: ofDirectorate });
    if ('fault' in made) return made;
    grants.push(...made.grants);
  }
  return { grants };
}

interface Scopes {
  groups: readonly Pillar[];
  bodyId: BodyId | null;
  directorate: string | null;
}

function grantsOf(text: string, { groups, bodyId, directorate }: Scopes): { grants: Grant[] } | Problem {
  const read = roleOf(text);
  if (read === null) return { fault: 'role-unknown', value: text };
  if ('directorate' in read) {
    const named = read.directorate ?? directorate;
    return named === null
      ? { fault: 'directorate-missing', value: text }
      : { grants: [{ role: 'directorate', directorate: named }] };
  }
  const { role } = read;
  if (role === 'group-member' || role === 'group-coordinator')
    return groups.length === 0
      ? { fault: 'group-missing', value: text }
      : { grants: groups.map((group) => ({ role, group })) };
  if (role === 'partner')
    return bodyId === null ? { fault: 'body-missing', value: text } : { grants: [{ role, body: bodyId }] };
  return { grants: [{ role }] };
}

function isBareDirectorate(text: string): boolean {
  const read = roleOf(text);
  return read !== null && 'directorate' in read && read.directorate === null;
}

const parts = (cell: string | undefined): string[] => (cell ?? '').split(SEVERAL).filter((part) => part !== '');
