import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityProfile } from '../../src/domain/city-profile.ts';
import { RULE_IDS, type RuleId, rulesOut } from '../../src/domain/eligibility.ts';
import { reasonText } from '../../src/domain/labels/eligibility.ts';
import type { Partner } from '../../src/domain/partner.ts';
import { checkEligibility } from '../../src/scoring/eligibility/check-eligibility.ts';
import type { EligibilityTopic } from '../../src/scoring/eligibility/eligibility-topic.ts';
import { body, city, GENOVA, MILANO, TORINO, topic } from './eligibility-fixtures.ts';

const JULY = '2026-07-01T08:00:00Z';

function rule(id: RuleId, of: EligibilityTopic, profile: CityProfile = MILANO, partner: Partner = city(profile)) {
  const found = checkEligibility(of, partner, profile, JULY).find((result) => result.rule === id);
  if (found === undefined) throw new Error(`rule ${id} said nothing`);
  return found;
}

describe('H1, lead city only once under Horizon 2020', () => {
  const scc1 = topic({
    identifier: 'LC-SC3-SCC-1-2018-2019-2020',
    programme: 'H2020',
    title: 'Smart Cities and Communities',
  });

  it('leaves Milano the role of follower at SCC-1, because of Sharing Cities', () => {
    expect(rule('H1', scc1)).toMatchObject({
      result: 'no',
      limitsTo: 'follower',
      reason: { id: 'lighthouse.already', params: { project: 'Sharing Cities', topic: 'SCC-01-2015' } },
    });
  });

  it('leaves Torino and Genova free to lead', () => {
    expect(rule('H1', scc1, TORINO).result).toBe('yes');
    expect(rule('H1', scc1, GENOVA).result).toBe('yes');
  });

  it('does not count against Milano the topic that made it a lead city, nor an earlier one', () => {
    const text = 'Lighthouse cities will demonstrate solutions at large scale.';
    const then = { programme: 'H2020', text };
    expect(rule('H1', topic({ ...then, identifier: 'SCC-01-2015' })).result).toBe('yes');
    expect(rule('H1', topic({ ...then, identifier: 'SCC-01-2014' })).result).toBe('yes');
    expect(rule('H1', topic({ ...then, identifier: 'LC-SC3-SCC-9-2020' })).result).toBe('no');
  });

  it('knows no such rule for the lead cities of Horizon Europe, nor for the lighthouses of the ocean mission', () => {
    const text = 'Consortia include lighthouse cities and a Danube lighthouse.';
    expect(rule('H1', topic({ text })).result).toBe('not-applicable');
  });

  it('concerns the Comune, not its university', () => {
    expect(rule('H1', scc1, MILANO, body('politecnico-di-milano')).result).toBe('not-applicable');
  });
});

describe('H2, geography', () => {
  const titled = (title: string, text?: string) => topic({ title, text: text ?? 'Scope of the call.' });

  it.each([
    ['Decarbonising energy systems of geographical Islands', 'no', 'islands'],
    ['Support to the EU-Africa Partnership on Food and Nutrition Security', 'no', 'africa'],
    ['Demonstration of hydropower in Central Asia', 'no', 'central-asia'],
    ['Climate resilience of European coastal cities and settlements', 'no', 'coast'],
    ['EU-China cooperation on sustainable urbanisation', 'unknown', 'third-country'],
    ['Coordinated topic with India on recycling of batteries', 'unknown', 'third-country'],
  ])('%s: %s for Milano', (title, result, place) => {
    expect(rule('H2', titled(title))).toMatchObject({ result, reason: { params: { place } } });
  });

  it.each([
    'Resilience of riparian and coastal areas, cities and islands',
    'Integrated local energy systems (Energy islands)',
    'Cooling cities: urban heat islands',
    'A vaccine against African swine fever',
    'Rural-urban linkages',
    'Bioclimatic approaches for buildings in Africa and Europe',
    'Services for cities and rural areas',
  ])('%s ties nobody', (title) => {
    expect(rule('H2', titled(title)).result).toBe('yes');
  });

  it('lets Genova answer where the coast is asked for', () => {
    const coastal = titled('Climate resilience of European coastal cities and settlements');
    expect(rule('H2', coastal, GENOVA)).toMatchObject({ result: 'yes', reason: { id: 'place.respected' } });
    expect(rule('H2', coastal, TORINO).result).toBe('no');
    expect(rule('H2', coastal, GENOVA, body('comune-di-milano', GENOVA)).result, 'a guest in its profile').toBe('no');
  });

  it('believes a text that says "only", not one that says "not only"', () => {
    const open = 'The call is open only to municipalities from outermost regions.';
    expect(rule('H2', titled('A call', open))).toMatchObject({
      result: 'no',
      reason: { params: { place: 'outermost' } },
    });
    const wide = 'The call is not limited to municipalities from outermost regions.';
    expect(rule('H2', titled('A call', wide)).result).toBe('yes');
  });

  it('does not concern a research centre, and leaves open what a missing text may say', () => {
    const islands = titled('Decarbonising energy systems of geographical Islands');
    expect(rule('H2', islands, MILANO, body('rse')).result).toBe('not-applicable');
    expect(rule('H2', topic())).toMatchObject({ result: 'unknown', reason: { id: 'no-text' } });
  });
});

describe('H3, type of applicant', () => {
  it('keeps the SME instrument from the Comune and leaves a small company to be checked', () => {
    const sme = topic({ identifier: 'SMEInst-10-2016-2017', programme: 'H2020', typesOfAction: ['SME-1'] });
    expect(rulesOut(rule('H3', sme))).toBe(true);
    expect(rule('H3', sme, MILANO, body('tim')).result).toBe('no');
    expect(rule('H3', sme, MILANO, body('kiunsys'))).toMatchObject({ result: 'unknown', verified: false });
  });

  it('gives an ERA-NET to programme owners: Regione Lombardia and Fondazione Cariplo, not the Comune', () => {
    const eranet = topic({ typesOfAction: ['ERA-NET'], programme: 'H2020' });
    expect(rule('H3', eranet).result).toBe('no');
    for (const owner of ['regione-lombardia', 'fondazione-cariplo'])
      expect(rule('H3', eranet, MILANO, body(owner)).result, owner).toBe('yes');
  });

  it('lets the Comune buy and a university only accompany a pre-commercial procurement', () => {
    const pcp = topic({ typesOfAction: ['PCP'] });
    expect(rule('H3', pcp).result).toBe('yes');
    expect(rule('H3', pcp, MILANO, body('politecnico-di-milano'))).toMatchObject({ result: 'no', limitsTo: 'partner' });
  });

  it('gives an ERC grant to universities and research bodies alone', () => {
    const erc = topic({ identifier: 'ERC-2018-ADG', typesOfAction: ['ERC-ADG'] });
    expect(rule('H3', erc).result).toBe('no');
    expect(rule('H3', erc, MILANO, body('universita-bocconi')).result).toBe('yes');
  });

  it('closes named-beneficiary topics to everyone, whatever the action type says', () => {
    expect(rulesOut(rule('H3', topic({ identifier: 'HORIZON-EIT-2025-KIC-IBA-UM', typesOfAction: ['IA'] })))).toBe(
      true,
    );
    expect(rule('H3', topic({ identifier: 'HORIZON-MISS-2022-CIT-SGA' }))).toMatchObject({
      result: 'no',
      verified: false,
    });
    expect(rule('H3', topic({ typesOfAction: ['FPA'] })).result, 'choosing partners is open').toBe('yes');
  });

  it('takes a topic with two action types if one of them is open, and an unknown type for unknown', () => {
    expect(rule('H3', topic({ typesOfAction: ['ERA-NET', 'CSA'] })).result).toBe('yes');
    expect(rule('H3', topic({ typesOfAction: [] })).result).toBe('unknown');
  });
});

describe('H4, plan required', () => {
  it('asks for the mobility plan only where a sentence obliges', () => {
    const must = 'Proposals should be implemented within the framework of a Sustainable Urban Mobility Plan (SUMP).';
    expect(rule('H4', topic({ text: must }))).toMatchObject({
      result: 'unknown',
      reason: { params: { plans: 'SUMP' } },
    });
    const may = 'Projects are encouraged to contribute to Sustainable Urban Mobility Plans.';
    const wish = 'Projects must seek collaboration with the authors of Sustainable Urban Mobility Plans.';
    for (const text of [may, wish]) expect(rule('H4', topic({ text })).reason.id, text).toBe('plan.gep-unknown');
  });

  it('knows that Milano has its Climate City Contract and that nobody has checked Genova', () => {
    const text = 'Applicant cities must have signed a Climate City Contract.';
    expect(rule('H4', topic({ text }))).toMatchObject({ result: 'yes', reason: { params: { plans: 'CCC' } } });
    expect(rule('H4', topic({ text }), GENOVA).result).toBe('unknown');
  });

  it('has people check the gender equality plan of public bodies in Horizon Europe, and says it is not verified', () => {
    const result = rule('H4', topic({ text: 'Scope.' }), MILANO, body('universita-di-milano-bicocca'));
    expect(result).toMatchObject({ result: 'unknown', verified: false, reason: { id: 'plan.gep-unknown' } });
    expect(reasonText(result, 'it')).toContain('(da verificare)');
    expect(rule('H4', topic({ text: 'Scope.' }), MILANO, body('tim')).result).toBe('not-applicable');
  });
});

describe('H5, composition', () => {
  const cit01 = topic({
    identifier: 'HORIZON-MISS-2026-04-CIT-01',
    text:
      'Proposals come from consortia with at least three cities from different Member States or Associated Countries ' +
      'along with at least three follower cities. At least one of the three lead cities must be one of the 112 cities ' +
      'selected for the Mission.',
  });

  it('reads three lead and three follower cities from three countries, one of them a Mission city', () => {
    const result = rule('H5', cit01);
    expect(result).toMatchObject({ result: 'yes', reason: { id: 'composition.mission-city-ours' } });
    expect(result.reason.params.demands).toBe('3 leadCities, 3 followerCities, 1 missionCities, 3 countries');
    expect(reasonText(result, 'it')).toContain('3 città guida, 3 città follower');
  });

  it('tells Genova that the Mission city must come from elsewhere', () => {
    expect(rule('H5', cit01, GENOVA)).toMatchObject({
      result: 'unknown',
      reason: { id: 'composition.mission-city-theirs' },
    });
  });

  it('knows the two local governments of SU-INFRA02-2019 without its text, and says from where', () => {
    const result = rule('H5', topic({ identifier: 'SU-INFRA02-2019', programme: 'H2020' }));
    expect(result).toMatchObject({ result: 'yes', reason: { params: { demands: '2 localGovernments, 2 countries' } } });
    expect(result.source).toContain('SU-INFRA02-2019');
  });

  it('counts the countries of the lead cities, not those of the followers beside them', () => {
    const text =
      'Consortia must have at least two lead cities from different Member States and at least five follower cities.';
    expect(rule('H5', topic({ text })).reason.params.demands).toBe('2 leadCities, 5 followerCities, 2 countries');
  });

  it('takes neither a budget estimate nor a directive for a demand', () => {
    const estimate = 'A contribution of EUR 12 million would allow proposals to address at least 10 cities.';
    const directive =
      'The Directive asks at least two municipalities with a population above 45,000 for plans; projects must help.';
    for (const text of [estimate, directive]) expect(rule('H5', topic({ text })).result, text).toBe('not-applicable');
  });
});

describe('H6 and H7, the day', () => {
  const at = (asOf: string, of = topic()) => {
    const results = checkEligibility(of, city(MILANO), MILANO, asOf);
    return Object.fromEntries(results.map((result) => [result.rule, result]));
  };

  it('has time for any role in spring, for a smaller one 45 days before, for none in the last week', () => {
    expect(at('2026-05-01T08:00:00Z').H6?.result).toBe('yes');
    expect(at('2026-08-24T08:00:00Z').H6).toMatchObject({ result: 'no', limitsTo: 'follower' });
    expect(at('2026-09-20T08:00:00Z').H6).toMatchObject({ result: 'no', limitsTo: 'supporter' });
    expect(at('2026-10-02T08:00:00Z').H6).toMatchObject({ result: 'no', reason: { id: 'time.too-late' } });
  });

  it('closes at 17:00 in Brussels, not at midnight', () => {
    expect(at('2026-10-08T14:59:59Z').H7?.result).toBe('yes');
    expect(at('2026-10-08T15:00:00Z').H7).toMatchObject({ result: 'no', reason: { id: 'round.closed' } });
  });

  it('counts the first stage for newcomers, and is closed to them between the stages', () => {
    const deadlines = [
      { at: '2026-04-14T15:00:00Z', stage: 1 },
      { at: '2026-11-10T16:00:00Z', stage: 2 },
    ];
    const twoStage = topic({ rounds: [{ deadlineModel: 'two-stage', deadlines, expectedGrants: null }] });
    expect(at('2026-02-01T08:00:00Z', twoStage).H6?.result).toBe('yes');
    expect(at('2026-05-01T08:00:00Z', twoStage).H7).toMatchObject({ result: 'no', reason: { id: 'round.closed' } });
  });

  it('does not call a topic closed whose deadline nobody knows', () => {
    const undated = topic({ rounds: [{ deadlineModel: null, deadlines: [], expectedGrants: null }] });
    expect(at(JULY, undated).H7?.result).toBe('unknown');
    expect(at(JULY, undated).H6).toMatchObject({ result: 'unknown', reason: { id: 'time.no-deadline' } });
    expect(at('2026-12-01T08:00:00Z').H6?.result, 'nothing to judge when closed').toBe('not-applicable');
    expect(at(JULY, topic({ rounds: [] })).H7?.result).toBe('unknown');
  });

  it('leaves a one-grant facility for cities to its cascade calls', () => {
    const text = 'One proposal will be selected. It will set up and manage a scheme with grants for local authorities.';
    expect(rule('H7', topic({ text }))).toMatchObject({ result: 'no', limitsTo: 'cascade' });
    expect(rule('H7', topic({ identifier: 'LC-GD-1-2-2020', programme: 'H2020' })).limitsTo).toBe('cascade');
    expect(at('2026-12-01T08:00:00Z', topic({ text })).H7?.limitsTo, 'cascade calls come after the deadline').toBe(
      'cascade',
    );
    expect(rule('H7', topic({ text: 'One proposal will be selected to study stations.' })).result).toBe('yes');
  });
});

describe('H8 and H9 ask people', () => {
  it('names the site that Sharing Cities pays for already, where a demonstration needs one', () => {
    const text = 'Solutions are tested in pilot sites of the city. Costs of commercial technologies are not eligible.';
    const result = rule('H8', topic({ text }));
    expect(result).toMatchObject({
      result: 'unknown',
      reason: { params: { sites: 'Porta Romana-Vettabbia (Sharing Cities)' } },
    });
    expect(rule('H9', topic({ text }))).toMatchObject({ result: 'unknown', reason: { id: 'costs.excluded' } });
    expect(rule('H8', topic({ text }), GENOVA).result).toBe('not-applicable');
  });

  it('does not take ineligible countries for ineligible costs', () => {
    const text = 'No equipment may come from countries which are not eligible.';
    expect(rule('H9', topic({ text })).result).toBe('not-applicable');
  });
});

describe('whatever the topic', () => {
  const words = fc.array(
    fc.constantFrom(
      'at least three',
      'follower cities',
      'lighthouse cities',
      'must',
      'SECAP',
      'only',
      'islands',
      'not eligible',
      'costs',
      '112',
      'of the Mission',
      '.',
      'one proposal will be selected',
      'pilot sites',
      'è',
    ),
    { maxLength: 40 },
  );
  const anyTopic = fc.record({ title: words, text: words, programme: fc.constantFrom('H2020', 'HORIZON', null) });

  it('each rule speaks once, in order, and every span is the phrase it names', () => {
    fc.assert(
      fc.property(anyTopic, fc.constantFrom(...MILANO.partners), ({ title, text, programme }, partner) => {
        const of = topic({ title: title.join(' '), text: text.join(' '), programme });
        const results = checkEligibility(of, partner, MILANO, JULY);
        expect(results.map((result) => result.rule)).toEqual(RULE_IDS);
        for (const { evidence } of results) {
          for (const { field, start, end, phrase } of evidence) {
            const source = field === 'title' ? of.title : of.texts.find((one) => one.field === field)?.text;
            expect(source?.slice(start, end)).toBe(phrase);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every result has a source and a sentence without gaps in both languages', () => {
    fc.assert(
      fc.property(anyTopic, fc.constantFrom(...MILANO.partners), ({ title, text, programme }, partner) => {
        for (const result of checkEligibility(
          topic({ title: title.join(' '), text: text.join(' '), programme }),
          partner,
          MILANO,
          JULY,
        )) {
          expect(result.source).not.toBe('');
          expect(reasonText(result, 'it') + reasonText(result, 'en')).not.toMatch(/[{}]|undefined|\(\)/);
        }
      }),
    );
  });
});
