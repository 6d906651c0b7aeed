import type { ProjectRole } from '../../domain/partner-reason.ts';

/** One cell of CORDIS each, from its dialects into ours; `undefined` = unreadable, `null` = empty. */

/** `2015-04-01`, `2015-04-01 00:00:00` and the older `01/04/2015`. */
export function parseDay(cell: string): string | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  const [, day2, month2, year2] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year ?? year2}-${month ?? month2}-${day ?? day2}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  // A Date turns 30 February into 2 March: what comes back must be what went in.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
}

/** `523687.5`, `523687,5`, `1.523.687,50`: the last separator is the decimal one, unless it comes again. */
export function parseEuros(cell: string): number | null | undefined {
  const text = cell.replace(/[\s\u00a0]/g, '');
  if (text === '' || text === 'NA') return null;
  if (!/^-?\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const separator = text[last];
  const decimal = separator !== undefined && text.indexOf(separator) === last;
  const whole = decimal ? text.slice(0, last) : text;
  const fraction = decimal ? text.slice(last + 1) : '';
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
}

/** `998702204`, and `998702204.0` where a spreadsheet had it; empty for a body without one. */
export function parseNumberName(cell: string): string | null | undefined {
  const text = cell.trim().replace(/[.,]0+$/, '');
  if (text === '') return null;
  return /^\d+$/.test(text) ? text : undefined;
}

/** ISO 3166: the Commission's EL and UK are Greece's GR and Britain's GB. */
export function parseCountry(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  if (code === 'EL') return 'GR';
  if (code === 'UK') return 'GB';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

const ROLES: Readonly<Record<string, ProjectRole>> = {
  coordinator: 'coordinator',
  participant: 'participant',
  beneficiary: 'participant',
  hostinstitution: 'participant',
  partner: 'partner',
  associatedpartner: 'associated-partner',
  internationalpartner: 'associated-partner',
  thirdparty: 'third-party',
  linkedthirdparty: 'third-party',
  affiliatedentity: 'third-party',
};

export function parseRole(cell: string): ProjectRole | null | undefined {
  const word = cell.toLowerCase().replace(/[^a-z]/g, '');
  return word === '' ? null : ROLES[word];
}

/** A project has one topic in nearly every release; where there are more, they stand in one cell. */
export function parseTopics(cell: string): string[] {
  return cell
    .split(/[;,|]/)
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
}
