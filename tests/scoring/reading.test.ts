import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierFamilies } from '../../src/scoring/identifier-family.ts';
import { structuralFeatures } from '../../src/scoring/structure.ts';
import { stem } from '../../src/scoring/text/stem.ts';
import { Matches, TermIndex } from '../../src/scoring/text/term-index.ts';
import { TokenSpans, tokenise } from '../../src/scoring/text/tokenise.ts';
import { Vocabulary } from '../../src/scoring/text/vocabulary.ts';
import { workLine } from '../../src/scoring/work-line.ts';
import { topicOf } from './topic-of.ts';

function found(terms: string[], text: string): string[] {
  const vocabulary = new Vocabulary();
  const index = new TermIndex(vocabulary);
  for (const term of terms) index.add(term);
  const spans = tokenise(text, new TokenSpans());
  const ids = Int32Array.from({ length: spans.count }, (_, i) => vocabulary.idOf(text, spans, i));
  const matches = index.find(ids, spans, new Matches());
  return Array.from({ length: matches.count }, (_, i) =>
    text.slice(spans.starts[matches.firsts[i] ?? 0], spans.ends[matches.lasts[i] ?? 0]),
  );
}

describe('terms in a text', () => {
  it('are whole words: "art" is not in "smart"', () => {
    expect(found(['art', 'AI'], 'smart maintenance')).toEqual([]);
  });

  it('are found in any number and case, hyphenated or not', () => {
    expect(found(['start-up', 'city'], 'Start-ups and START UP in Cities')).toEqual([
      'Start-ups',
      'START UP',
      'Cities',
    ]);
  });

  it('step over small words, and the span holds them', () => {
    expect(found(['quality of life'], 'a better quality of the life')).toEqual(['quality of the life']);
  });

  it('do not run across the end of a sentence', () => {
    expect(found(['urban mobility'], 'It is urban. Mobility is another thing')).toEqual([]);
  });

  it('are all found where they overlap, the shorter first', () => {
    expect(found(['urban', 'urban mobility', 'mobility'], 'urban mobility')).toEqual([
      'urban',
      'urban mobility',
      'mobility',
    ]);
  });
});

describe('the form a word is looked up by', () => {
  it.each([
    ['cities', 'city'],
    ['organisation', 'organization'],
    ['digitalising', 'digitalize'],
    ['città', 'citta'],
    ['buses', 'bus', false],
  ])('%s and %s', (a, b, same = true) => {
    expect(stem(a) === stem(b)).toBe(same);
  });

  it('does not change when taken again', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,14}(s|es|ies|ised|isation|ing)?$/),
        (word) => stem(stem(word)) === stem(word),
      ),
      {
        examples: [['businesses'], ['analyses'], ['series']],
      },
    );
  });
});

describe('identifiers', () => {
  it.each([
    ['LC-SC3-SCC-1-2018-2019-2020', ['LC', 'SC3', 'SCC', 'LC-SC3', 'SC3-SCC']],
    ['HORIZON-CL5-2026-10-D6-07', ['HORIZON', 'CL5', 'HORIZON-CL5', 'CL5-D6']],
    ['MG-5.4-2015', ['MG']],
    ['SU-INFRA02-2019', ['SU', 'INFRA', 'SU-INFRA']],
  ])('%s', (identifier, families) => {
    expect(identifierFamilies(identifier)).toEqual(families);
  });

  it('with the same running number have nothing in common but their family', () => {
    expect(identifierFamilies('SC5-20-2016')).toEqual(identifierFamilies('SC5-21-2019'));
  });

  it.each([
    ['health', ['PHC-10-2014', 'SC1-BHC-29-2020', 'HORIZON-HLTH-2026-01-CARE-01']],
    ['energy efficiency', ['EE-09-2016-2017', 'EeB-07-2015', 'LC-SC3-EE-2-2018-2019', 'LIFE-2026-CET-ENERPOV']],
    ['smart cities', ['SCC-1-2016-2017', 'LC-SC3-SCC-1-2018-2019-2020', 'HORIZON-MISS-2026-04-CIT-01']],
    ['urban mobility', ['MG-5.4-2015', 'MG-4.4-2016', 'LC-MG-1-3-2018', 'HORIZON-CL5-2026-10-D6-07']],
    ['society and government', ['INSO-1-2015', 'DT-GOVERNANCE-05-2018-2019-2020', 'HORIZON-CL2-2027-01-DEMOCRACY-03']],
    ['disasters and infrastructures', ['DRS-14-2015', 'SU-INFRA02-2019', 'HORIZON-CL3-2026-01-DRS-01']],
  ])('of %s stay in one line of work through the programmes', (line, identifiers) => {
    expect(new Set(identifiers.map((id) => workLine(id)))).toEqual(new Set([line]));
  });

  it.each([
    ['logistics of 2016 is not the urban mobility of 2015', 'MG-5.1-2016', 'vehicles and traffic'],
    ['research infrastructures are not critical ones', 'INFRAIA-01-2018-2019', 'research infrastructures'],
    [
      'governance of food and nature is not that of societies',
      'HORIZON-CL6-2027-01-GOVERNANCE-05',
      'climate and nature',
    ],
  ])('%s', (_, identifier, line) => {
    expect(workLine(identifier)).toBe(line);
  });

  it('of no known family name no line', () => {
    expect(workLine('EUI-2026-01')).toBeNull();
  });
});

describe('what stands beside the text', () => {
  it('is the same however the portal writes it', () => {
    const of = (programme: string, action: string): string[] =>
      structuralFeatures(topicOf('x', { identifier: 'X', programme, typesOfAction: [action] }));
    const written = of('Horizon Europe (HORIZON)', 'HORIZON  Research and Innovation Actions');
    expect(of('HORIZON', 'RIA')).toEqual(written);
    expect(of('Horizon Europe', 'HORIZON Research and Innovation Actions')).toEqual(written);
  });

  it('holds the levels of a programme part, final dot or not', () => {
    const parts = (part: string): string[] =>
      structuralFeatures(topicOf('x', { identifier: 'X', programmeParts: [part] })).filter((one) =>
        one.startsWith('part:'),
      );
    expect(parts('H2020-EU.3.4.1.3.')).toEqual(['part:EU.3.4', 'part:EU.3.4.1', 'part:EU.3.4.1.3']);
    expect(parts('H2020-EU.3.4.5')).toEqual(parts('H2020-EU.3.4.5.'));
  });
});
