import { z } from 'zod';

/** What speaks for a partner; see `partnerFeatures`. */
export const PARTNER_FEATURES = [
  'record',
  'title',
  'family',
  'subject',
  'area',
  'competenceWords',
  'competenceSubjects',
  'competenceMeaning',
  'competenceBreadth',
] as const;
export type PartnerFeature = (typeof PARTNER_FEATURES)[number];

/** `partner-weights.json`: one weight a feature, the same for every partner, so that nobody is learned by heart. */
export const partnerWeightsSchema = z.strictObject({
  version: z.string(),
  note: z.string(),
  bias: z.number(),
  weights: z.record(z.enum(PARTNER_FEATURES), z.number()),
});

export type PartnerWeights = z.infer<typeof partnerWeightsSchema>;
