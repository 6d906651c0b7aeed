/** Of every call, of the portal, of the procedure: they say nothing about what a topic is of. */
const NO_FAMILY = new Set(['H2020', 'HORIZON', 'LC', 'TWO', 'STAGE', 'SINGLE', 'IBA', 'TOPIC', 'CALL']);
const CHALLENGE = /^SC\d$/;

/**
 * What a topic and its forerunners share: the letters of the identifier without years and running numbers.
 * `SCC-01-2015` and `LC-SC3-SCC-1-2018-2019-2020` → `SCC`; `HORIZON-CL5-2026-10-D6-07` → `CL5-D6`; `NFRP-7` → `NFRP`.
 */
export function topicFamily(identifier: string): string {
  const parts = identifier.toUpperCase().split(/[^A-Z0-9]+/);
  const words = parts.map(familyWord).filter((word) => word !== '' && !NO_FAMILY.has(word));
  const own = words.filter((word) => !CHALLENGE.test(word));
  return (own.length > 0 ? own : words).join('-');
}

/** The last year that the identifier names: `SCC-1-2016-2017` is of 2017, `DT-ICT-10-2018-19` of 2019; null where none. */
export function topicYear(identifier: string): number | null {
  const years = [...identifier.matchAll(/(?<!\d)(20[1-4]\d)(?:-(\d{2})(?!\d))?/g)].map(([, year, tail]) => {
    const short = 2000 + Number(tail);
    return tail !== undefined && short === Number(year) + 1 ? short : Number(year);
  });
  return years.length === 0 ? null : Math.max(...years);
}

/** `CL5`, `D6` and `CS2` keep their digit; `INFRA01`, `R1A` and `2018` lose theirs. */
function familyWord(part: string): string {
  if (/^[A-Z]+\d$/.test(part)) return part;
  return /^([A-Z]+)\d*[A-Z]?$/.exec(part)?.[1] ?? '';
}
