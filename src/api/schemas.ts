import { z } from '@hono/zod-openapi';
import { LIKENESSES, PROJECT_ROLES } from '../domain/partner-reason.ts';
import { PILLARS } from '../domain/pillar.ts';
import { DEADLINE_MODELS, SUBMISSION_STATUSES, TOPIC_KINDS } from '../domain/topic.ts';

/** What the API answers, for the OpenAPI document. `null` is unknown everywhere. */
const instant = z.iso.datetime().openapi({ example: '2026-10-08T15:00:00Z' });
const day = z.iso.date().openapi({ example: '2026-10-08' });

export const pillarScoresSchema = z
  .object(Object.fromEntries(PILLARS.map((pillar) => [pillar, z.number().min(0).max(1)])))
  .openapi('PillarScores');

export const roundSchema = z
  .object({
    opensOn: day.nullable(),
    deadlineModel: z.enum(DEADLINE_MODELS).nullable(),
    deadlines: z.array(
      z.object({
        at: instant,
        stage: z.int().optional(),
        cutOff: z.int().optional(),
        hourUncertain: z.boolean().optional(),
      }),
    ),
    budgetEur: z.number().nullable(),
    budgetShared: z.boolean(),
    expectedGrants: z.int().nullable(),
    minContributionEur: z.number().nullable(),
    maxContributionEur: z.number().nullable(),
  })
  .openapi('Round');

export const evidenceSchema = z
  .object({
    target: z.string(),
    phrase: z.string(),
    field: z.string(),
    start: z.int().nullable(),
    end: z.int().nullable(),
    weight: z.number(),
  })
  .openapi('Evidence');

const partnerReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('base-rate') }),
    z.object({ kind: z.literal('record'), projects: z.int() }),
    z.object({
      kind: z.literal('project'),
      topic: z.string(),
      project: z.string(),
      acronym: z.string(),
      role: z.enum(PROJECT_ROLES).nullable(),
    }),
    z.object({ kind: z.literal('no-project'), near: z.enum(LIKENESSES) }),
    z.object({ kind: z.literal('competence'), competences: z.array(z.string()) }),
    z.object({ kind: z.literal('field-of-work') }),
    z.object({ kind: z.literal('rule'), rule: z.string() }),
  ])
  .openapi('PartnerReason');

const partnerEvidenceSchema = evidenceSchema.extend({ reason: partnerReasonSchema }).openapi('PartnerEvidence');

export const topicSchema = z
  .object({
    identifier: z.string(),
    kind: z.enum(TOPIC_KINDS),
    reference: z.string().nullable(),
    title: z.string(),
    programme: z.string().nullable(),
    callIdentifier: z.string().nullable(),
    callTitle: z.string().nullable(),
    url: z.string().nullable(),
    status: z.enum(SUBMISSION_STATUSES).nullable(),
    statedStatus: z.enum(SUBMISSION_STATUSES).nullable(),
    typesOfAction: z.array(z.string()),
    rounds: z.array(roundSchema),
    nextDeadlineAt: instant.nullable(),
    daysLeft: z.int().nullable(),
    cityRelevance: z.number().min(0).max(1).nullable(),
    primaryPillar: z.enum(PILLARS).nullable(),
    pillars: pillarScoresSchema.nullable(),
    listed: z.boolean(),
    parentIdentifier: z.string().nullable(),
    source: z.string(),
    firstSeenAt: instant,
    lastSeenAt: instant,
    lastChangedAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
  })
  .openapi('Topic');

export const ruleSchema = z
  .object({
    rule: z.string(),
    result: z.enum(['yes', 'no', 'unknown']),
    applies: z.boolean(),
    reason: z.string(),
    source: z.string(),
    limitsTo: z.string().optional(),
    verified: z.boolean(),
  })
  .openapi('RuleResult');

export const topicDetailSchema = topicSchema
  .extend({
    keywords: z.array(z.string()),
    sections: z.array(z.object({ heading: z.string(), html: z.string(), text: z.string() })),
    evidence: z.array(evidenceSchema),
    eligibility: z.array(ruleSchema),
    partners: z.array(
      z.object({
        id: z.string(),
        pic: z.string().nullable(),
        name: z.string(),
        score: z.number(),
        evidence: z.array(partnerEvidenceSchema),
      }),
    ),
    aliases: z.array(z.string()),
  })
  .openapi('TopicDetail');

export const shortlistEntrySchema = topicSchema
  .extend({
    rank: z.int().min(1),
    reasons: z.array(evidenceSchema),
    eligibility: z.array(ruleSchema),
    possibleRole: z.string().nullable(),
    leadTimeDays: z.int().nullable(),
    lastDayToStart: day.nullable(),
    inTime: z.boolean().nullable(),
  })
  .openapi('ShortlistEntry');

export const changeSchema = z
  .object({
    id: z.int(),
    topic: z.string().openapi({ description: 'Key of the topic' }),
    at: instant,
    field: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    material: z.boolean(),
    source: z.string(),
    scanId: z.int().nullable(),
  })
  .openapi('Change');

export const scanSchema = z
  .object({
    id: z.int(),
    source: z.string(),
    startedAt: instant,
    finishedAt: instant,
    verdict: z.enum(['certified', 'failed']),
    reasons: z.array(z.string()),
    passes: z.int(),
    topics: z.int(),
    added: z.int(),
    changed: z.int(),
    withdrawn: z.int(),
  })
  .openapi('Scan');

const localised = z.object({ it: z.string(), en: z.string() });

export const pillarSchema = z
  .object({ pillar: z.enum(PILLARS), group: localised, listed: z.int(), partners: z.int() })
  .openapi('Pillar');

export const partnerCardSchema = z
  .object({
    id: z.string(),
    pic: z.string().nullable(),
    name: z.string(),
    legalName: z.string(),
    type: z.string(),
    relation: z.string(),
    pillars: z.array(z.enum(PILLARS)),
    competences: z.object({ it: z.array(z.string()), en: z.array(z.string()) }),
    roles: z.array(z.string()),
  })
  .openapi('Partner');

export const matchSchema = z.object({ score: z.number().min(0).max(1), topic: topicSchema }).openapi('PartnerMatch');

/** A list as every list answers. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() });
