import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { type MailGrant, mailToken } from './mail-tokens.ts';

type Given = Pick<Deps, 'baseUrl' | 'listensAt' | 'secretKey'>;

/** The pages that a mail may point to. */
export function mailUrls(deps: Given, grant: MailGrant) {
  const origin = originOf(deps);
  const own = `${origin}/posta/${mailToken(deps, grant)}`;
  return {
    shortlist: `${origin}/da-valutare`,
    changed: `${origin}/bandi`,
    today: `${origin}/oggi`,
    outbox: `${origin}/amministrazione/posta`,
    preferences: own,
    unsubscribe: `${own}/annulla`,
    mute: (key: TopicKey) => `${own}/silenzia?bando=${encodeURIComponent(key)}`,
    topic: (key: TopicKey) => `${origin}/bandi/${encodeURIComponent(key)}`,
    dossier: (id: string) => `${origin}/dossier/${encodeURIComponent(id)}`,
  };
}
export type MailUrls = ReturnType<typeof mailUrls>;

/** The host in message ids. */
export const mailHost = (deps: Given): string => new URL(originOf(deps)).hostname;
