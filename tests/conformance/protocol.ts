import { z } from 'zod';

/**
 * CommonGrants 0.4.0, the opportunity routes, transcribed from its TypeSpec (HHS/simpler-grants-protocol, CC0-1.0, read
 * 2026-11-22). Strict: the protocol allows no field of one's own outside `customFields`. Written apart from our server's
 * own schemas on purpose, so that one mistake is not made twice.
 */
const dateTime = z.iso.datetime({ offset: true });
const day = z.iso.date();
const time = z.iso.time();

const money = z.strictObject({
  amount: z.string().regex(/^-?\d+\.?\d*$/, 'expected a decimal number as text'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code'),
});

const eventBase = { name: z.string(), description: z.string().optional() };
const event = z.discriminatedUnion('eventType', [
  z.strictObject({ ...eventBase, eventType: z.literal('singleDate'), date: day, time: time.optional() }),
  z.strictObject({
    ...eventBase,
    eventType: z.literal('dateRange'),
    startDate: day,
    startTime: time.optional(),
    endDate: day,
    endTime: time.optional(),
  }),
  z.strictObject({ ...eventBase, eventType: z.literal('other'), details: z.string().optional() }),
]);

export const customFieldSchema = z.strictObject({
  name: z.string(),
  fieldType: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']),
  value: z.unknown(),
  schema: z.url().optional(),
  description: z.string().optional(),
});

const applicantType = z.strictObject({
  value: z.string(),
  customValue: z.string().optional(),
  description: z.string().optional(),
});

const opportunityBase = {
  id: z.uuid(),
  title: z.string(),
  status: z.strictObject({
    value: z.enum(['forecasted', 'open', 'closed', 'custom']),
    customValue: z.string().optional(),
    description: z.string().optional(),
  }),
  description: z.string(),
  funding: z
    .strictObject({
      details: z.string().optional(),
      totalAmountAvailable: money.optional(),
      minAwardAmount: money.optional(),
      maxAwardAmount: money.optional(),
      minAwardCount: z.int().optional(),
      maxAwardCount: z.int().optional(),
      estimatedAwardCount: z.int().optional(),
    })
    .optional(),
  keyDates: z
    .strictObject({
      postDate: event.optional(),
      closeDate: event.optional(),
      otherDates: z.record(z.string(), event).optional(),
    })
    .optional(),
  acceptedApplicantTypes: z.array(applicantType).optional(),
  source: z.url().optional(),
  customFields: z.record(z.string(), customFieldSchema).optional(),
  createdAt: dateTime,
  lastModifiedAt: dateTime,
};

export const opportunitySchema = z.strictObject(opportunityBase);
export const opportunityDetailsSchema = z.strictObject({
  ...opportunityBase,
  competitions: z.array(z.unknown()).optional(),
});
export type Opportunity = z.output<typeof opportunitySchema>;

const envelope = { status: z.literal(200), message: z.string() };
const paginationInfo = z.strictObject({
  page: z.int().min(1),
  pageSize: z.int().min(1),
  totalItems: z.int().min(0).optional(),
  totalPages: z.int().min(0).optional(),
});
const paginated = { ...envelope, items: z.array(opportunitySchema), paginationInfo };
const errors = z.array(z.string()).optional();

export const listAnswer = z.strictObject(paginated);
export const readAnswer = z.strictObject({ ...envelope, data: opportunityDetailsSchema });
export const searchAnswer = z.strictObject({
  ...paginated,
  sortInfo: z.strictObject({
    sortBy: z.string(),
    customSortBy: z.string().optional(),
    sortOrder: z.enum(['asc', 'desc']),
    errors,
  }),
  filterInfo: z.strictObject({ filters: z.record(z.string(), z.unknown()), errors }),
});
export const errorAnswer = (status: number) =>
  z.strictObject({ status: z.literal(status), message: z.string(), errors: z.array(z.unknown()) });
