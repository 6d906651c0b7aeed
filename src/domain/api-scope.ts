/** What a partner's key may do beside reading what is public. */
export const API_SCOPES = ['topics:read', 'matches:read', 'interests:write', 'evaluations:read'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key that was checked: whose it is and what it may do. The prefix names it in lists and logs; it opens nothing. */
export interface ApiKey {
  prefix: string;
  partnerId: string;
  scopes: readonly ApiScope[];
}
