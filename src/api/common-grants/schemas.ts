import { z } from '@hono/zod-openapi';

/** What the protocol's routes answer, for the OpenAPI document. What is unknown is left out: the protocol has no nulls. */
const instant = z.iso.datetime();
const money = z.object({ amount: z.string(), currency: z.string() }).openapi('Money');
const event = z
  .object({
    name: z.string(),
    eventType: z.literal('singleDate'),
    date: z.iso.date(),
    time: z.string().optional(),
    description: z.string().optional(),
  })
  .openapi('SingleDateEvent');

const customField = z
  .object({
    name: z.string(),
    fieldType: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']),
    value: z.unknown(),
    schema: z.url().optional(),
    description: z.string().optional(),
  })
  .openapi('CustomField');

export const opportunitySchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    status: z.object({
      value: z.enum(['forecasted', 'open', 'closed', 'custom']),
      customValue: z.string().optional(),
      description: z.string().optional(),
    }),
    description: z.string(),
    funding: z
      .object({
        details: z.string().optional(),
        totalAmountAvailable: money.optional(),
        minAwardAmount: money.optional(),
        maxAwardAmount: money.optional(),
        estimatedAwardCount: z.int().optional(),
      })
      .optional(),
    keyDates: z
      .object({
        postDate: event.optional(),
        closeDate: event.optional(),
        otherDates: z.record(z.string(), event).optional(),
      })
      .optional(),
    source: z.url().optional(),
    customFields: z.record(z.string(), customField).optional(),
    createdAt: instant,
    lastModifiedAt: instant,
  })
  .openapi('OpportunityBase');

const envelope = { status: z.int(), message: z.string() };
const pagination = z.object({
  page: z.int().min(1),
  pageSize: z.int().min(1),
  totalItems: z.int().optional(),
  totalPages: z.int().optional(),
});
const paginated = { ...envelope, items: z.array(opportunitySchema), paginationInfo: pagination };
const errors = z.array(z.string()).optional();

export const listSchema = z.object(paginated);
export const readSchema = z.object({ ...envelope, data: opportunitySchema });
export const foundSchema = z.object({
  ...paginated,
  sortInfo: z.object({
    sortBy: z.string(),
    customSortBy: z.string().optional(),
    sortOrder: z.enum(['asc', 'desc']),
    errors,
  }),
  filterInfo: z.object({ filters: z.record(z.string(), z.unknown()), errors }),
});
export const errorSchema = z.object({ ...envelope, errors: z.array(z.unknown()) }).openapi('ProtocolError');
