/** What a consortium must be made of; absent = not asked. */
export interface Composition {
  leadCities?: number;
  followerCities?: number;
  /** Cities whatever their part. */
  cities?: number;
  localGovernments?: number;
  /** Of the 112 cities of the Cities Mission. */
  missionCities?: number;
  /** Different member states or associated countries that the cities come from. */
  countries?: number;
}

const DEMANDS = ['leadCities', 'followerCities', 'cities', 'localGovernments', 'missionCities', 'countries'] as const;

/** The demands as counted words of ours, e.g. `3 leadCities, 3 followerCities`. */
export function demandsInWords(demands: Composition): string {
  return DEMANDS.flatMap((kind) => (demands[kind] === undefined ? [] : [`${demands[kind]} ${kind}`])).join(', ');
}
