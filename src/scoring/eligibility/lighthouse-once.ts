import { findSpan } from './find-span.ts';
import { knownTopic } from './known-topics.ts';
import { isTerritorial, type Rule, results } from './rule.ts';

const say = results('H1', 'Programma di lavoro H2020 SC3 2018-2020, C(2020)1862; pagina del topic SCC-1-2016-2017');

/**
 * H1: under Horizon 2020 a city could be a lead ("lighthouse") city only once. Later "lead cities" of Horizon Europe
 * know no such rule.
 */
export const lighthouseOnce: Rule = {
  id: 'H1',
  check(topic, partner, profile) {
    const own = profile.facts.lighthouseIn;
    const known = knownTopic(topic.identifier);
    const phrase =
      topic.programme === 'H2020' || known?.lighthouseOnce
        ? findSpan(topic, { anchors: ['lighthouse cit'], pattern: /\blighthouse cit(?:y|ies)\b/gi })
        : null;
    const evidence = phrase === null ? [] : [phrase];
    if (phrase === null && !known?.lighthouseOnce) return say('not-applicable', 'lighthouse.not-asked');
    if (!isTerritorial(partner)) return say('not-applicable', 'composition.not-a-city');
    if (!partner.facts.lighthouseAlready || own === null) return say('yes', 'lighthouse.not-yet', { evidence });
    if (lastYear(topic.identifier) <= lastYear(own.topic)) return say('yes', 'lighthouse.not-yet', { evidence });
    const params = { project: own.project, topic: own.topic };
    return say('no', 'lighthouse.already', { params, evidence, limitsTo: 'follower' });
  },
};

/** `LC-SC3-SCC-1-2018-2019-2020` is of 2020; an identifier without a year is taken for a late one. */
function lastYear(identifier: string): number {
  return Number(identifier.match(/20\d\d/g)?.at(-1) ?? Number.POSITIVE_INFINITY);
}
