import { Hono } from 'hono';
import { Failure } from '../../../domain/errors.ts';
import { readAssociation } from '../../../services/access/association.ts';
import { type OfferPaper, offerPaper } from '../../../services/desk/offer-paper.ts';
import { answerOffer, cityAnswerSchema, sharedOffer } from '../../../services/desk/shared-offer.ts';
import { ErrorPage } from '../../errors/error-page.tsx';
import { href, withQuery } from '../../links.ts';
import { type PageContext, type PageEnv, show } from '../../page-env.tsx';
import { param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { OfferPage } from './offer-page.tsx';

const path = (own: (token: string) => string) => own(':token').replace('%3A', ':');

/** What another city is shown and may answer: whoever holds the link, without signing in. */
export const offersRoutes = new Hono<PageEnv>()
  .use(`${path(desk.offer)}/*`, async (c, next) => {
    c.header('x-robots-tag', 'noindex');
    await next();
  })
  .get(path(desk.offer), (c) =>
    orGone(c, async () => {
      const { offer, paper } = await read(c);
      return show(c, (ui, shell) => (
        <OfferPage ui={ui} shell={shell} token={param(c, 'token')} offer={offer} paper={paper} />
      ));
    }),
  )
  .get(path(desk.offerPaper), (c) => orGone(c, async () => c.json((await read(c)).paper)))
  .post(path(desk.offer), (c) =>
    orGone(c, async () => {
      const token = param(c, 'token');
      await answerOffer({ deps: c.get('deps'), input: { ...(await readForm(c, cityAnswerSchema)), token } });
      return c.redirect(withQuery(desk.offer(token), { fatto: 'risposto' }), 303);
    }),
  );

async function read(c: PageContext): Promise<{ offer: Awaited<ReturnType<typeof sharedOffer>>; paper: OfferPaper }> {
  const deps = c.get('deps');
  const token = param(c, 'token');
  const offer = await sharedOffer({ deps, input: { token } });
  const { association } = await readAssociation({ deps });
  const link = new URL(desk.offer(token), deps.baseUrl ?? c.req.url).href;
  return { offer, paper: offerPaper(offer, association.it, link) };
}

/** A link that holds no more, or never did, says so to whoever was sent it. */
async function orGone(c: PageContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Failure) || (error.kind !== 'gone' && error.kind !== 'not-found')) throw error;
    const { kind } = error;
    return show(
      c,
      (ui, shell) => (
        <ErrorPage
          ui={ui}
          shell={shell}
          title={ui.m.offers.faults[kind]}
          next={[{ to: href.shortlist, label: ui.m.errors.toShortlist }]}
        >
          <p>{ui.m.offers.faultLines[kind]}</p>
        </ErrorPage>
      ),
      kind === 'gone' ? 410 : 404,
    );
  }
}
