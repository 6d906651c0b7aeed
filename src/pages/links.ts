import type { TopicCard } from '../domain/topic-card.ts';

/** The name under which a topic is asked for: its identifier, or the portal's reference where siblings share one. */
export const topicKey = (card: Pick<TopicCard, 'kind' | 'identifier' | 'reference'>): string =>
  card.kind === 'topic' ? card.identifier : (card.reference ?? card.identifier);

/** Addresses of the pages; the only place that spells them. */
export const href = {
  shortlist: '/da-valutare',
  topics: '/bandi',
  topic: (card: Pick<TopicCard, 'kind' | 'identifier' | 'reference'>) => `/bandi/${encodeURIComponent(topicKey(card))}`,
  topicKey: (key: string) => `/bandi/${encodeURIComponent(key)}`,
  partners: '/partner',
  partner: (id: string) => `/partner/${encodeURIComponent(id)}`,
  sources: '/fonti',
  acceptLevel: '/fonti/livelli',
  quality: '/qualita',
  signIn: '/accedi',
  signOut: '/esci',
  passkeyEntrance: '/accedi/passkey',
  passkeyEntranceOptions: '/accedi/passkey/opzioni',
  profile: '/profilo',
  passkeys: '/profilo/passkey',
  passkeyOptions: '/profilo/passkey/opzioni',
  people: '/persone',
  person: (id: string) => `/persone/${encodeURIComponent(id)}`,
  audit: '/registro',
  administration: '/amministrazione',
  firstHour: '/amministrazione/primi-passi',
  watching: '/seguiti',
  webhooks: '/webhook',
  privacy: '/privacy',
  accessibility: '/accessibilita',
  api: '/api/docs',
} as const;

/** A path with the parameters that are set, in their order; empty ones leave no trace. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Only web addresses become links: scraped data may hold anything. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;
