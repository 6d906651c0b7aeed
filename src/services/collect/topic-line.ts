import { z } from 'zod';
import { plainLine } from '../../normalise/text.ts';
import { parseInstant } from '../instants.ts';

/** A text that may be missing or null; both are unknown. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null);
const texts = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);

const day = z.iso.date({ error: 'expected a day, YYYY-MM-DD' });

/** A day keeps its form (17:00 in Brussels is meant); an instant is normalised. */
const deadline = z.string().transform((text, context) => {
  if (day.safeParse(text).success) return text;
  const at = parseInstant(text);
  if (at !== null && text.includes('T')) return at;
  context.addIssue({ code: 'custom', message: `«${text}» is neither a day (YYYY-MM-DD) nor an instant with its zone` });
  return z.NEVER;
});

/** Characters of all but the description, which is cut by itself: the store takes values of at most 2 MB. */
const LONGEST_LINE = 500_000;

const isTooLong = ({ description: _, ...rest }: { description?: unknown }): boolean =>
  JSON.stringify(rest).length > LONGEST_LINE;

/** One line of a JSON Lines file of topics, as `import` and `score-file` read it (DESIGN "A JSON Lines topic"). */
export const topicLineSchema = z.object({
  identifier: z.string().transform(plainLine).pipe(z.string().min(1, 'expected a name').max(300)),
  title: z.string().refine((text) => plainLine(text) !== '', 'expected some words'),
  programme: optional(z.string()),
  callIdentifier: optional(z.string()),
  callTitle: optional(z.string()),
  typesOfAction: texts,
  description: optional(z.string()),
  keywords: texts,
  opensOn: optional(day),
  deadlines: z
    .array(deadline)
    .nullish()
    .transform((values) => values ?? []),
  deadlineModel: optional(z.string()),
  budgetEur: optional(z.number().nonnegative()),
  status: optional(z.string()),
});

export type TopicLine = z.output<typeof topicLineSchema>;

export type ReadLine = { number: number; topic: TopicLine } | { number: number; problem: string };

/** Reads lines in order, telling each that cannot be read by its number; blank ones are passed over. */
export async function* readTopicLines(lines: AsyncIterable<string | Uint8Array>): AsyncGenerator<ReadLine> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const decoded = decode(line);
    if (decoded === null) {
      yield { number, problem: 'not written in UTF-8' };
      continue;
    }
    const text = number === 1 ? decoded.replace(/^\uFEFF/, '') : decoded;
    if (text.trim() !== '') yield readLine(text, number);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A garbled name would be another topic's: bytes that are no UTF-8 are not guessed at. */
function decode(line: string | Uint8Array): string | null {
  if (typeof line === 'string') return line;
  try {
    return utf8.decode(line);
  } catch {
    return null;
  }
}

function readLine(text: string, number: number): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { number, problem: `no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = topicLineSchema.safeParse(json);
  if (parsed.success && isTooLong(parsed.data))
    return { number, problem: `longer than ${LONGEST_LINE} characters, the description left aside` };
  if (parsed.success) return { number, topic: parsed.data };
  const problem = parsed.error.issues
    .map(({ path, message }) => `${path.join('.') || '(line)'}: ${message}`)
    .join('; ');
  return { number, problem };
}
