import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { desk } from '../links.ts';
import { cityName } from '../offers/offer-page.tsx';
import { Choice, Field, PostForm, roleOptions, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** «Condividi con Genova/Torino»: to whom this call is offered, by which link, and what they answered. */
export const CitiesPanel = (props: PanelProps) => {
  const { ui, view } = props;
  if (view.cities === null) return null;
  return (
    <section class="panel" aria-labelledby="cities">
      <h2 id="cities">{ui.m.offers.panelTitle}</h2>
      {view.cities.offers.length === 0 && <p class="soft">{ui.m.offers.notShared}</p>}
      {view.cities.offers.map((offer) => (
        <Offer {...props} offer={offer} />
      ))}
      <ShareForm {...props} />
    </section>
  );
};

type Offered = NonNullable<PanelProps['view']['cities']>['offers'][number];

const Offer = ({ ui, shell, view, origin, offer }: PanelProps & { offer: Offered }) => (
  <div class="tight">
    <p class="small">
      {ui.m.offers.sharedOn(ROLE_LABELS[offer.roleSought][ui.lang], ui.f.shortDay(offer.offeredAt), offer.contact.name)}
    </p>
    <ul class="lines">
      {offer.links.map(({ city, token, answer }) => (
        <li>
          <b>{cityName(ui, city)}</b>
          {': '}
          {answer === null ? (
            <span class="soft">{ui.m.offers.waiting}</span>
          ) : (
            <>
              {ui.m.offers.answers[answer.answer]}
              <span class="small soft">
                {' '}
                {answer.author} · {ui.f.moment(answer.at)}
              </span>
              {answer.note !== null && <p class="small typed">{answer.note}</p>}
            </>
          )}
          <p class="small">
            {token === null ? ui.m.offers.noKey : <code data-link={city}>{`${origin}${desk.offer(token)}`}</code>}
          </p>
        </li>
      ))}
    </ul>
    <PostForm shell={shell} to={desk.offerEnd(view.row.id)} hidden={{ offerId: offer.id }}>
      <p>
        <Submit label={ui.m.offers.takeBack} quiet />
      </p>
    </PostForm>
  </div>
);

const ShareForm = ({ ui, shell, view }: PanelProps) => {
  const left = view.cities?.left ?? [];
  if (left.length === 0 || view.row.topicKey === null) return null;
  return (
    <details class="noprint">
      <summary>{ui.m.offers.share(left.map((city) => cityName(ui, city)))}</summary>
      <PostForm shell={shell} to={desk.offers(view.row.id)}>
        <p class="small soft">{ui.m.offers.shareHint}</p>
        <fieldset>
          <legend class="small">{ui.m.offers.cities}</legend>
          <div class="picks">
            {left.map((city) => (
              <label class="pick">
                <input type="checkbox" name="cities[]" value={city} /> {cityName(ui, city)}
              </label>
            ))}
          </div>
        </fieldset>
        <Choice id="offer-role" name="role" label={ui.m.offers.roleSought} options={roleOptions(ui)} value="follower" />
        <Field
          id="offer-contact"
          name="contactName"
          label={ui.m.offers.contactName}
          value={shell.viewer.name}
          required
        />
        <Field id="offer-email" name="contactEmail" type="email" label={ui.m.offers.contactEmail} required />
        <p>
          <Submit label={ui.m.offers.shareNow} />
        </p>
      </PostForm>
    </details>
  );
};
