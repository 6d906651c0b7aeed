import { href } from '../links.ts';

const at = `${href.webhooks}/:id` as const;

/** Addresses of this room, as the router reads them. */
export const path = {
  list: href.webhooks,
  one: at,
  secret: `${at}/segreto`,
  state: `${at}/stato`,
  remove: `${at}/togli`,
  replay: `${at}/consegne/:delivery/ripeti`,
} as const;

/** One endpoint, or something under it. */
export const endpoint = (id: string, rest = ''): string => `${path.list}/${encodeURIComponent(id)}${rest}`;
