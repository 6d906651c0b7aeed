import { z } from 'zod';
import { PILLARS } from '../../domain/pillar.ts';

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
  baselines: z.array(z.strictObject({ name: z.string(), accuracyThemed: share, macroF1City: share })),
  classes: z.array(z.string()),
  /** Rows are the truth, columns what was given, in the order of `classes`. */
  confusion: z.array(z.array(z.number())),
  /** Group by group, among the topics that have a pillar: how many there are, and how well they are told. */
  perPillar: z.array(
    z.strictObject({ pillar: z.enum(PILLARS), topics: z.number(), precision: share, recall: share, f1: share }),
  ),
});

/** A figure under several ways of dealing the calls out; the first is the one published. */
const spreadSchema = z.strictObject({
  id: z.string(),
  figure: z.enum(['averagePrecision', 'recallAt20', 'accuracy', 'macroF1']),
  values: z.array(share),
  least: share,
  most: share,
});

const partnerFiguresSchema = z.array(
  z.strictObject({ name: z.string(), reciprocalRank: share, inFirstThree: share, othersInFirstFive: share }),
);

const partnerQualitySchema = z.strictObject({
  split: z.string(),
  topics: z.number(),
  figures: partnerFiguresSchema,
  /** Of each partner that won: in how many of its topics it stood among the first five. */
  perPartner: z.array(z.strictObject({ partnerId: z.string(), wins: z.number(), inFirstFive: z.number() })),
  /** The topics of a year by the record as it stood, with weights from the topics of the years before. */
  forward: z.array(
    z.strictObject({ year: z.number(), until: z.iso.date(), topics: z.number(), figures: partnerFiguresSchema }),
  ),
  /** The municipality of another profile, by weights learned on this one's partners. */
  elsewhere: z.array(
    z.strictObject({ profile: z.string(), partners: z.number(), wins: z.number(), inFirstThree: z.number() }),
  ),
});

const timeTravelSchema = z.strictObject({
  year: z.number(),
  /** Whose wins are known: of all European municipalities, or only of the profile's own. */
  known: z.enum(['municipalities', 'own municipality']),
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
  spread: z.array(spreadSchema),
  partners: partnerQualitySchema,
  timeTravel: z.array(timeTravelSchema),
});

export type QualityReport = z.infer<typeof qualityReportSchema>;
export type ListFigures = z.infer<typeof listFiguresSchema>;
export type CityQuality = z.infer<typeof cityQualitySchema>;
export type PillarQuality = z.infer<typeof pillarQualitySchema>;
export type PartnerQuality = z.infer<typeof partnerQualitySchema>;
export type Spread = z.infer<typeof spreadSchema>;
export type TimeTravel = z.infer<typeof timeTravelSchema>;

/** The file with the report, beside the scoring data; checked with `qualityReportSchema`. */
export const QUALITY_REPORT_FILE = 'quality.json';
