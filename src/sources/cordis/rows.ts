import { z } from 'zod';
import { parseCountry, parseDay, parseEuros, parseNumberName, parseRole, parseTopics } from './fields.ts';

/** A cell parser as a schema: what it cannot read is the row's fault, named by column and value. */
const cell = <T>(parse: (text: string) => T | undefined, expected: string) =>
  z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `expected ${expected}, found «${text.slice(0, 60)}»` });
    return z.NEVER;
  });

const numberName = cell((text) => parseNumberName(text) ?? undefined, 'a number');
const words = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());
/** An odd day or sum costs the value, not the row: the project was won all the same. */
const lenient = <T>(parse: (text: string) => T | null | undefined) =>
  z.string().transform((text): { value: T | null; odd: string | null } => {
    const value = parse(text);
    return { value: value ?? null, odd: value === undefined ? text.slice(0, 200) : null };
  });

export const projectRow = z.object({
  id: numberName,
  acronym: words,
  title: words,
  startDate: lenient(parseDay),
  endDate: lenient(parseDay),
  topics: z.string().default('').transform(parseTopics),
});
export type ProjectRow = z.infer<typeof projectRow>;

export const organizationRow = z.object({
  projectID: numberName,
  /** The PIC; some bodies have none, and old ones fewer than nine digits. */
  organisationID: lenient(parseNumberName),
  name: words,
  activityType: words,
  country: z.string().transform(parseCountry),
  role: lenient(parseRole),
  ecContribution: lenient(parseEuros),
});
export type OrganizationRow = z.infer<typeof organizationRow>;

export const topicsRow = z.object({ projectID: numberName, topic: words, title: words.default('') });
export type TopicsRow = z.infer<typeof topicsRow>;
