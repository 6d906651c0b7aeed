import { oncePerTopic } from './eligibility-topic.ts';
import { findSpan } from './find-span.ts';
import { type Rule, results } from './rule.ts';

const say = results('H8', 'Siti già finanziati, profilo della città');

/** H8: a demonstration on a site that another project pays for already. Only people know the site, so this asks. */
export const doubleFunding: Rule = {
  id: 'H8',
  check(topic, partner, profile) {
    const sites = profile.facts.fundedSites;
    const demonstration = partner.id === profile.municipality && sites.length > 0 ? demonstrationOf(topic) : null;
    if (demonstration === null) return say('not-applicable', 'funding.not-a-site');
    return say('unknown', 'funding.check-sites', {
      params: { sites: sites.map(({ site, project }) => `${site} (${project})`).join(', ') },
      evidence: [demonstration],
      source: sites.map(({ source }) => source).join('; '),
    });
  },
};

const demonstrationOf = oncePerTopic((topic) =>
  findSpan(topic, {
    anchors: ['lighthouse cit', 'demonstration site', 'pilot site', 'demonstration district', 'positive energy'],
    pattern:
      /\blighthouse cit(?:y|ies)\b|\b(?:demonstration|pilot) (?:sites?|districts?)\b|\bpositive energy (?:blocks?|districts?|neighbourhoods?)\b/gi,
    unless: /\bnot (?:in|within) scope\b|\bout of scope\b/i,
  }),
);
