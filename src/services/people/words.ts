import type { CityProfile } from '../../domain/city-profile.ts';
import type { BodyId, Role } from '../../domain/desk/people/person.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Association } from '../access/association.ts';

/** How people write a role in a spreadsheet; accents, case and points do not count. */
const ROLE_WORDS: Readonly<Record<Exclude<Role, 'directorate'>, readonly string[]>> = {
  viewer: ['lettore', 'lettrice', 'reader', 'viewer'],
  'group-member': [
    ...['membro', 'membro gruppo', 'membro del gruppo', 'membro di gruppo', 'componente', 'partecipante'],
    ...['revisore', 'revisora', 'valutatore', 'valutatrice', 'member', 'group member', 'reviewer'],
  ],
  'group-coordinator': [
    ...['coordinatore', 'coordinatrice', 'coordinatore gruppo', 'coordinatrice gruppo', 'coordinatore del gruppo'],
    ...['coordinatrice del gruppo', 'coordinator', 'group coordinator'],
  ],
  partner: ['partner', 'referente', 'referente ente', 'referente dell ente', 'contatto', 'contact'],
  secretariat: ['segreteria', 'segreteria tecnica', 'secretariat'],
  board: ['consiglio', 'consiglio direttivo', 'consigliere', 'consigliera', 'direttivo', 'board', 'board member'],
  president: ['presidente', 'presidentessa', 'president'],
  secretary: ['segretario', 'segretaria', 'segretario del consiglio', 'segretaria del consiglio', 'secretary'],
  administrator: ['amministratore', 'amministratrice', 'administrator', 'admin'],
};

const ROLES_BY_WORD = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) => words.map((word) => [word, role] as const)),
);

/** A role by its word; a directorate is named in the same breath, "Direzione Mobilità", or (null) in the cell of groups. */
export function roleOf(text: string): { role: Exclude<Role, 'directorate'> } | { directorate: string | null } | null {
  if (/^(?:direzione|directorate)(?:\s|$)/i.test(text.trim())) return { directorate: directorateIn(text) };
  const role = ROLES_BY_WORD.get(plain(text));
  // The map's values are the keys of the table above.
  return role === undefined ? null : { role: role as Exclude<Role, 'directorate'> };
}

/** A directorate's own name: «Direzione» before it says what it is. */
export const directorateIn = (text: string): string | null =>
  text.trim().replace(/^(?:direzione|directorate)(?:\s+|$)/i, '') || null;

/** A group by its pillar's name in either language, or as the association calls it; "Smart" and "gruppo" may be missing. */
export function groupReader(groups: Association['groups']): (text: string) => Pillar | null {
  const names = new Map<string, Pillar>();
  for (const pillar of PILLARS)
    for (const { it, en } of [PILLAR_LABELS[pillar], groups[pillar], { it: pillar, en: pillar }])
      for (const name of [it, en]) names.set(core(name), pillar);
  return (text) => names.get(core(text)) ?? null;
}

/** A body by id, short name, legal name or PIC. */
export function bodyReader({ partners }: Pick<CityProfile, 'partners'>): (text: string) => BodyId | null {
  const names = new Map<string, BodyId>();
  for (const { id, name, legalName, pic } of partners)
    for (const word of [id, name, legalName, pic ?? id]) names.set(plain(word), id);
  return (text) => names.get(plain(text)) ?? null;
}

const core = (text: string): string =>
  plain(text)
    .replace(/^(?:gruppo|group) (?:di )?/, '')
    .replace(/^smart /, '');

/** Lower case without accents and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
