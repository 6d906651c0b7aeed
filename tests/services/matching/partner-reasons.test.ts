import { describe, expect, it } from 'vitest';
import type { PartnerEvidence, PartnerReason } from '../../../src/domain/partner-reason.ts';
import { reasonPhrase } from '../../../src/scoring/partners/reason-phrase.ts';
import { partnerReasons } from '../../../src/services/matching/partner-reasons.ts';

const item = (weight: number, reason: PartnerReason): PartnerEvidence => ({
  target: 'partner:comune-di-milano',
  phrase: reasonPhrase(reason),
  field: 'title',
  start: null,
  end: null,
  weight,
  reason,
});

const sharingCities: PartnerReason = {
  kind: 'project',
  topic: 'SCC-01-2015',
  project: '691895',
  acronym: 'Sharing Cities (the lighthouse)',
  role: 'participant',
};

describe('why a partner fits', () => {
  it('is a project with the role it had there, then its competences, never how often it won at all', () => {
    const reasons = partnerReasons([
      item(3, { kind: 'record', projects: 15 }),
      item(0.4, { kind: 'competence', competences: ['urban regeneration'] }),
      item(1, sharingCities),
      item(2, sharingCities),
      item(0.1, { kind: 'no-project', near: 'area' }),
      item(0.9, { kind: 'field-of-work' }),
      item(1, { kind: 'rule', rule: 'public procurers buy together' }),
      item(-1, { ...sharingCities, topic: 'XX-1' }),
    ]);
    expect(reasons).toEqual([sharingCities, { kind: 'competence', competences: ['urban regeneration'] }]);
  });

  it('names a competence once, though it is near by its words and by its meaning', () => {
    const reasons = partnerReasons([
      item(0.9, { kind: 'competence', competences: ['supply chains', 'service design'] }),
      item(0.8, { kind: 'competence', competences: ['supply chains'] }),
      item(0.7, { kind: 'competence', competences: ['service design', 'open data'] }),
    ]);
    expect(reasons.map((reason) => reason.kind === 'competence' && reason.competences)).toEqual([
      ['supply chains', 'service design'],
      ['open data'],
    ]);
  });

  it('names nothing where no competence is near', () => {
    expect(partnerReasons([item(1, { kind: 'competence', competences: [] })])).toEqual([]);
  });
});
