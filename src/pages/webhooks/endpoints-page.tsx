import type { Partner } from '../../domain/partner.ts';
import type { EndpointRow } from '../../services/webhooks/read-endpoints.ts';
import { PostForm, Select } from '../access/forms.tsx';
import { Layout } from '../components/layout.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { EndpointFields } from './endpoint-form.tsx';
import { endpoint as addressOf, path } from './paths.ts';
import { StateWord } from './state-word.tsx';

interface EndpointsPageProps {
  ui: Ui;
  shell: Shell;
  endpoints: readonly EndpointRow[];
  partners: readonly Partner[];
}

const NOTHING = { url: '', events: ['topic.listed', 'topic.changed'] };

/** *Webhook*: where one's own body, or for the administrator any, wants to be told. */
export const EndpointsPage = ({ ui, shell, endpoints, partners }: EndpointsPageProps) => {
  const {
    m: { webhooks },
  } = ui;
  const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name ?? id;
  return (
    <Layout ui={ui} shell={shell} title={webhooks.title}>
      <div class="title">
        <div>
          <h1>{webhooks.title}</h1>
          <p class="lead">
            {webhooks.lead} <a href={`${href.api}#webhooks`}>{webhooks.docs}</a>
          </p>
        </div>
      </div>
      <div class="stack">
        <section class="panel" aria-label={webhooks.title}>
          {endpoints.length === 0 && <p>{webhooks.none}</p>}
          <ul class="lines">
            {endpoints.map((one) => (
              <li class="li">
                <span>
                  <a href={addressOf(one.id)}>{one.url}</a>
                  <br />
                  <span class="soft small">
                    {nameOf(one.partnerId)} · {one.events.join(', ')}
                  </span>
                </span>
                <StateWord ui={ui} endpoint={one} />
              </li>
            ))}
          </ul>
        </section>
        <section class="panel" aria-labelledby="h-add">
          <h2 id="h-add">{webhooks.add}</h2>
          <PostForm viewer={shell.viewer} action={path.list} class="form">
            <Select
              name="partner"
              label={webhooks.partner}
              options={partners.map(({ id, name }) => [id, name] as const)}
            />
            <EndpointFields ui={ui} values={NOTHING} />
            <button class="btn" type="submit">
              {webhooks.add}
            </button>
          </PostForm>
        </section>
      </div>
    </Layout>
  );
};
