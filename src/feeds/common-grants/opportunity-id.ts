import { namespaceOf, nameUuid } from '../name-uuid.ts';

const OPPORTUNITIES = namespaceOf('https://bandolo.example/opportunities');

/** The same EU identifier gives the same UUID on every machine and in every city. */
export const opportunityId = (topicKey: string): string => nameUuid(OPPORTUNITIES, topicKey);
