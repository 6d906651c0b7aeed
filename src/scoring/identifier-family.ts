import { remembered } from './remembered.ts';

/** Words of the procedure: they say when and how, not about what. */
const PROCEDURE = new Set(['TWO', 'STAGE', 'SINGLE', 'TOPIC', 'CALL', 'AND', 'THE', 'MULTI', 'IBA']);

/**
 * The families that an identifier names, from the coarse to the fine: `LC-SC3-SCC-1-2018` → LC, SC3, SCC, LC-SC3, SC3-SCC;
 * `MG-5.4-2015` → MG, MG-5. Running numbers and years are left out: `SC5-20-2016` and `SC5-20-2019` have nothing in
 * common (DOMAIN §2.2).
 */
export const identifierFamilies = remembered((identifier: string): readonly string[] => {
  const upper = identifier.toUpperCase();
  const words = upper
    .split(/[^A-Z0-9.]+/)
    .map(familyWord)
    .filter((word) => word !== '');
  const pairs = words.slice(1).map((word, i) => `${words[i]}-${word}`);
  const area = /^([A-Z]{2,}[A-Z0-9]*)[-.](\d)\.\d/.exec(upper);
  return [...new Set([...words, ...pairs, ...(area ? [`${area[1]}-${area[2]}`] : [])])];
});

/** `SC3`, `CL5`, `D6` and `B4E` keep their digit; in `INFRA02` it is a running number. */
function familyWord(part: string): string {
  const word = part.replace(/\..*$/, '');
  if (!/^[A-Z]/.test(word) || PROCEDURE.has(word)) return '';
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(word) ?? [];
  if (letters === undefined || digits === undefined) return word.length > 1 ? word : '';
  if (letters.length <= 4 && digits.length === 1) return letters + digits;
  return letters.length > 1 ? letters : '';
}
