import { remembered } from './remembered.ts';

/** Words of the procedure: they say when and how, not about what. */
const PROCEDURE = new Set(['TWO', 'STAGE', 'SINGLE', 'TOPIC', 'CALL', 'AND', 'THE', 'MULTI', 'IBA']);

/**
 * The families that an identifier names, from the coarse to the fine: `LC-SC3-SCC-1-2018` → LC, SC3, SCC, LC-SC3, SC3-SCC;
 * `HORIZON-CL6-2027-01-GOVERNANCE-05` → HORIZON, CL6, HORIZON-CL6, CL6-GOVERNANCE. Running numbers and years are left out:
 * `SC5-20-2016` and `SC5-20-2019` have nothing in common (DOMAIN §2.2). In Horizon Europe a word belongs to its cluster:
 * GOVERNANCE of food and nature is not that of Horizon 2020's societies.
 */
export const identifierFamilies = remembered((identifier: string): readonly string[] => {
  const upper = identifier.toUpperCase();
  const words = upper
    .split(/[^A-Z0-9.]+/)
    .map(familyWord)
    .filter((word) => word !== '');
  const pairs = words.slice(1).map((word, i) => `${words[i]}-${word}`);
  const alone = words[0] === 'HORIZON' ? words.slice(0, 2) : words;
  return [...new Set([...alone, ...pairs])];
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
