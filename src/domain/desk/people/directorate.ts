/** A directorate as people write it: «Direzione Mobilità», «mobilita» and «Mobilità» are the same one. */
const core = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^(?:direzione|directorate)\s+/, '');

export const sameDirectorate = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one != null && other != null && core(one) === core(other);
