import { z } from 'zod';

const share = z.number().min(0).max(1);

const listFiguresSchema = z.strictObject({
  name: z.string(),
  averagePrecision: share,
  recallAt10: share,
  recallAt20: share,
  /** At the length the association reads (60 of 700, in proportion): wanted found and missed, places that are noise. */
  list: z.strictObject({ length: z.number(), found: z.number(), missed: z.number(), noise: z.number() }),
});

/** How topics were kept apart from what was learned. */
const splitSchema = z.enum(['by call', 'by year', 'next programme']);

const cityQualitySchema = z.strictObject({
  id: z.string(),
  split: splitSchema,
  basis: z.enum(['text', 'title']),
  topics: z.number(),
  wanted: z.number(),
  ours: listFiguresSchema,
  baselines: z.array(listFiguresSchema),
  /** Recall and precision, from the top of the list down. */
  curve: z.array(z.tuple([share, share])),
  calibration: z.array(z.strictObject({ from: share, to: share, items: z.number(), said: share, wanted: share })),
});

const pillarQualitySchema = z.strictObject({
  id: z.string(),
  split: splitSchema,
  basis: z.enum(['text', 'title']),
  topics: z.number(),
  /** With "none" as a seventh class; and among the topics that have a pillar. */
  accuracy: share,
  accuracyThemed: share,
  macroF1City: share,
  baselines: z.array(z.strictObject({ name: z.string(), accuracyThemed: share })),
  classes: z.array(z.string()),
  /** Rows are the truth, columns what was given, in the order of `classes`. */
  confusion: z.array(z.array(z.number())),
});

const partnerQualitySchema = z.strictObject({
  split: z.string(),
  topics: z.number(),
  figures: z.array(
    z.strictObject({ name: z.string(), reciprocalRank: share, inFirstThree: share, othersInFirstFive: share }),
  ),
  /** Of each partner that won: in how many of its topics it stood among the first five. */
  perPartner: z.array(z.strictObject({ partnerId: z.string(), wins: z.number(), inFirstFive: z.number() })),
});

const timeTravelSchema = z.strictObject({
  year: z.number(),
  topics: z.number(),
  won: z.number(),
  /** Of the topics that cities then won, how many stood in the top tenth on 1 March. */
  inTopTenth: z.number(),
});

/** `quality.json`: what was measured on gold that the weights were not fitted to. Written by the evaluation script only. */
export const qualityReportSchema = z.strictObject({
  weightsVersion: z.string(),
  city: z.array(cityQualitySchema),
  pillars: z.array(pillarQualitySchema),
  partners: partnerQualitySchema,
  timeTravel: z.array(timeTravelSchema),
});

export type QualityReport = z.infer<typeof qualityReportSchema>;
export type ListFigures = z.infer<typeof listFiguresSchema>;
export type CityQuality = z.infer<typeof cityQualitySchema>;
export type PillarQuality = z.infer<typeof pillarQualitySchema>;
export type PartnerQuality = z.infer<typeof partnerQualitySchema>;
export type TimeTravel = z.infer<typeof timeTravelSchema>;

/** The file with the report, beside the scoring data; checked with `qualityReportSchema`. */
export const QUALITY_REPORT_FILE = 'quality.json';
