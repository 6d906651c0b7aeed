/** Addresses of this room; mails carry the first ones with their token. */
export const path = {
  mail: '/posta',
  preferences: '/posta/:token',
  unsubscribe: '/posta/:token/annulla',
  mute: '/posta/:token/silenzia',
  unmute: '/posta/:token/riattiva',
  searches: '/posta/:token/ricerche',
  searchEnd: '/posta/:token/ricerche/:id/togli',
  outbox: '/amministrazione/posta',
  outboxSend: '/amministrazione/posta/spedisci',
  outboxMail: '/amministrazione/posta/:id',
} as const;

export const own = (token: string) => `${path.mail}/${encodeURIComponent(token)}`;
