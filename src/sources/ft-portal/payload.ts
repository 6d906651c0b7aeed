import { z } from 'zod';

/**
 * The shapes of the portal's answers, as lenient as the portal is careless: what is not there is absent, what has another
 * shape than the contract's (§2.4, §2.5, §3) is absent too and noted by who reads it. Unknown keys pass.
 */

/** Every metadata value is an array of strings; captures also hold bare strings, numbers, `null` and nothing. */
export function fieldValues(value: unknown): string[] {
  if (Array.isArray(value) && value.every(isWord)) return value;
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    if (isWord(one)) return [one];
    return typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [];
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** One row of the search answer. Its fields are read in one go: a schema a field cost a tenth of a collect. */
export const rowSchema = z.looseObject({
  reference: z.string().min(1),
  language: z.string().nullish(),
  metadata: z.custom<Record<string, unknown>>(isRecord, 'expected fields').transform((fields) => {
    const tidy: Record<string, string[]> = {};
    for (const name of Object.keys(fields)) tidy[name] = fieldValues(fields[name]);
    return tidy;
  }),
});
export type Row = z.infer<typeof rowSchema>;

/** A count, also where it comes as a string of digits; an empty one is none. */
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int().nonnegative());

/** The search answer; its rows are read one by one, so that one odd row costs only itself. */
export const searchAnswerSchema = z.looseObject({
  apiVersion: z.string().nullish(),
  totalResults: count,
  pageNumber: count,
  pageSize: count,
  results: z.array(z.unknown()),
  warnings: z.array(z.unknown()).nullish(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** Dates and amounts in whatever form; their readers say what they cannot read. In zod 4 a bare `unknown` is required. */
const anything = z.unknown().optional();
const id = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const text = z.string().nullish().catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().catch(null);
/** A code with its words; `{}` and `null` where the portal has none. */
const coded = z.looseObject({ id, abbreviation: text, description: text }).nullish().catch(null);
export type Coded = z.infer<typeof coded>;

/** One action of a topic: a submission window with its types (an object in topicDetails, JSON in a string in a row). */
export const actionSchema = z.looseObject({
  types: list(z.looseObject({ typeOfAction: text })),
  status: coded,
  plannedOpeningDate: anything,
  submissionProcedure: coded,
  /** The bulk file of 2021–24 misspelt it (§4.1). */
  sumbissionProcedure: coded,
  deadlineDates: list(z.unknown()),
});
export type Action = z.infer<typeof actionSchema>;
export const actionsSchema = z.array(actionSchema);

export const budgetLineSchema = z.looseObject({
  action: z.string(),
  plannedOpeningDate: anything,
  deadlineModel: text,
  deadlineDates: list(z.unknown()),
  /** Amounts are strings today and were numbers. */
  budgetYearMap: z.record(z.string(), z.unknown()).nullish().catch(null),
  expectedGrants: anything,
  minContribution: anything,
  maxContribution: anything,
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;

/** All topics of the call; a value of the map is a list of lines, or a single one (§3). */
export const budgetOverviewSchema = z.looseObject({
  budgetTopicActionMap: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((map): BudgetLine[] =>
      Object.values(map ?? {})
        .flat()
        .flatMap((line) => budgetLineSchema.safeParse(line).data ?? []),
    ),
});

/** `topicDetails/{id}.json`, recognised by its key; anything else with status 200 is an interstitial (§3). */
export const topicDetailsSchema = z.looseObject({
  TopicDetails: z.looseObject({
    type: id,
    ccm2Id: id,
    callccm2Id: id,
    identifier: z.string().min(1),
    title: text,
    callIdentifier: text,
    callTitle: text,
    frameworkProgramme: coded,
    programmeDivision: list(coded),
    keywords: list(z.unknown()),
    actions: anything,
    budgetOverviewJSONItem: anything,
    description: text,
    conditions: text,
  }),
});
export type TopicDetails = z.infer<typeof topicDetailsSchema>['TopicDetails'];

/** An item of `grantsTenders.json`. */
export const bulkItemSchema = z.looseObject({
  type: z.union([z.number(), z.string()]).transform(String),
  ccm2Id: id,
  identifier: z.string().min(1),
  plannedOpeningDateLong: anything,
  deadlineDatesLong: list(z.unknown()),
  status: coded,
});
export type BulkItem = z.infer<typeof bulkItemSchema>;
