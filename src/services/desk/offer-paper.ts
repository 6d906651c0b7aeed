import { z } from 'zod';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { SharedOffer } from './shared-offer.ts';

const webLink = z
  .url()
  .max(500)
  .refine((link) => /^https?:\/\//i.test(link));

/**
 * An offer as one Bandolo hands it to another: a file at the offer's link, and a text to paste. Cities reach each other's
 * servers through people, so that none of them ever fetches an address that a stranger typed.
 */
export const offerPaperSchema = z.object({
  format: z.literal('bandolo-city-offer-1'),
  from: z.object({ city: z.string().trim().min(1).max(40), association: z.string().trim().min(1).max(200) }),
  call: z.object({
    key: z.string().trim().min(1).max(200),
    title: z.string().trim().min(1).max(300),
    url: webLink.nullable(),
    deadlineAt: z.iso.datetime().nullable(),
  }),
  role: z.enum(CITY_ROLES),
  contact: z.object({ name: z.string().trim().min(1).max(120), email: z.email().max(200) }),
  offeredAt: z.iso.datetime(),
  /** Where to answer. */
  link: webLink,
});
export type OfferPaper = z.output<typeof offerPaperSchema>;

export function offerPaper(offer: SharedOffer, association: string, link: string): OfferPaper {
  const { url, title, deadlineAt } = offer.call;
  return {
    format: 'bandolo-city-offer-1',
    from: { city: offer.fromCity, association },
    call: { key: offer.topicKey, title: title.slice(0, 300), url: webLink.safeParse(url).data ?? null, deadlineAt },
    role: offer.roleSought,
    contact: offer.contact,
    offeredAt: offer.offeredAt,
    link,
  };
}
