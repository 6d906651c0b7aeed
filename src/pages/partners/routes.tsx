import { Hono } from 'hono';
import { findPartner, partnerMatches, partnerMatchesSchema } from '../../services/matching/partner-matches.ts';
import { listPartners, listPartnersSchema } from '../../services/topics/list-partners.ts';
import { listTrackRecord } from '../../services/topics/list-track-record.ts';
import { href } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { PartnerPage } from './partner-page.tsx';
import { PartnersPage } from './partners-page.tsx';

const MATCHES_SHOWN = 20;

export const partnersRoutes = new Hono<PageEnv>()
  .get(href.partners, async (c) => {
    const asked = readQuery(listPartnersSchema, c.get('ui').url);
    const list = await listPartners({ deps: c.get('deps'), input: asked });
    return show(c, (ui, shell) => <PartnersPage ui={ui} shell={shell} list={list} chosen={asked.pillar} />);
  })
  .get(`${href.partners}/:id`, async (c) => {
    const deps = c.get('deps');
    const { url } = c.get('ui');
    const asked = readQuery(partnerMatchesSchema.pick({ page: true }), url);
    const partner = findPartner(deps, c.req.param('id'));
    // A PIC is an old name of the page, so to speak: the address that stays is our id.
    if (partner.id !== c.req.param('id')) return c.redirect(href.partner(partner.id) + url.search, 301);
    const paging = partnerMatchesSchema.parse({ page: asked.page, pageSize: MATCHES_SHOWN });
    const [matches, record] = await Promise.all([
      partnerMatches({ deps, input: { ...paging, partner: partner.id } }),
      listTrackRecord({ deps, input: { partner: partner.id } }),
    ]);
    return show(c, (ui, shell) => (
      <PartnerPage ui={ui} shell={shell} partner={partner} matches={matches} record={record} />
    ));
  });
