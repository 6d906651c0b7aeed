import { compositionOf } from './composition.ts';
import { demandsInWords } from './demands.ts';
import { hasText } from './eligibility-topic.ts';
import { isTerritorial, type Rule, results } from './rule.ts';

const say = results('H5', 'Testo del bando alla sua fonte');

/**
 * H5: how many cities, of which kind and from how many countries. A demand does not stand in one city's way, so it is
 * respected; only a Mission city that must come from elsewhere leaves it open.
 */
export const consortiumComposition: Rule = {
  id: 'H5',
  check(topic, partner, profile) {
    if (!isTerritorial(partner)) return say('not-applicable', 'composition.not-a-city');
    const read = compositionOf(topic);
    if (read === null) return hasText(topic) ? say('not-applicable', 'composition.none') : say('unknown', 'no-text');
    const said = {
      params: { demands: demandsInWords(read.demands) },
      evidence: read.evidence,
      ...(read.source === null ? {} : { source: read.source }),
    };
    if (read.demands.missionCities === undefined) return say('yes', 'composition.asks', said);
    const isMissionCity = partner.id === profile.municipality && profile.facts.missionCity === true;
    return isMissionCity
      ? say('yes', 'composition.mission-city-ours', said)
      : say('unknown', 'composition.mission-city-theirs', said);
  },
};
