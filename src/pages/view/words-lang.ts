import { HAND_SOURCE } from '../../domain/topic.ts';

/** The language of a call's own words for screen readers: portals write English, what the desk added is in the page's. */
export const wordsLang = ({ source }: { source: string }): 'en' | undefined =>
  source === HAND_SOURCE ? undefined : 'en';
