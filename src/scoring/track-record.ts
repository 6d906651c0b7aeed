import { z } from 'zod';
import { picSchema } from '../domain/partner.ts';
import { PROJECT_ROLES } from '../domain/partner-reason.ts';

/** One body's part in one funded project. Facts of CORDIS; who it is, is told by PIC. */
export const participationSchema = z.strictObject({
  pic: picSchema,
  topic: z.string(),
  project: z.string(),
  acronym: z.string(),
  role: z.enum(PROJECT_ROLES).nullable(),
  contributionEur: z.number().nullable(),
  /** Null where no source states it. */
  startOn: z.iso.date().nullable(),
});

/** `track-record.json`: what the profile's partners won, and the titles of those topics. */
export const trackRecordSchema = z.strictObject({
  version: z.string(),
  source: z.string(),
  topics: z.record(z.string(), z.string()),
  participations: z.array(participationSchema),
});

export type Participation = z.infer<typeof participationSchema>;
export type TrackRecord = z.infer<typeof trackRecordSchema>;
