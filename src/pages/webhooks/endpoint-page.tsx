import type { EndpointRow, LoggedDelivery } from '../../services/webhooks/read-endpoints.ts';
import { Done, PostForm } from '../access/forms.tsx';
import { Layout } from '../components/layout.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { EndpointFields } from './endpoint-form.tsx';
import { endpoint as addressOf, path } from './paths.ts';
import { StateWord } from './state-word.tsx';

interface EndpointPageProps {
  ui: Ui;
  shell: Shell;
  partner: string;
  endpoint: EndpointRow;
  deliveries: readonly LoggedDelivery[];
  done?: string | undefined;
}

/** One endpoint: what it is told, what it answered, and how to end it. */
export const EndpointPage = ({ ui, shell, partner, endpoint, ...more }: EndpointPageProps) => {
  const {
    m: { webhooks },
  } = ui;
  const { id } = endpoint;
  return (
    <Layout ui={ui} shell={shell} title={webhooks.title}>
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={path.list}>{webhooks.title}</a>
      </nav>
      <div class="title">
        <div>
          <h1>{endpoint.url}</h1>
          <p class="lead">
            {partner} · <StateWord ui={ui} endpoint={endpoint} />
          </p>
        </div>
      </div>
      <div class="stack">
        <Done text={more.done} />
        <LogPanel ui={ui} shell={shell} id={id} deliveries={more.deliveries} off={endpoint.disabledAt !== null} />
        <section class="panel" aria-labelledby="h-what">
          <h2 id="h-what">{webhooks.events}</h2>
          <PostForm viewer={shell.viewer} action={addressOf(id)} class="form">
            <EndpointFields ui={ui} values={endpoint} />
            <button class="btn" type="submit">
              {webhooks.save}
            </button>
          </PostForm>
        </section>
        <section class="panel" aria-label={webhooks.remove}>
          <PostForm viewer={shell.viewer} action={addressOf(id, '/segreto')} class="acts">
            <button class="btn quiet" type="submit">
              {webhooks.newSecret}
            </button>
            <span class="help">{webhooks.newSecretHelp}</span>
          </PostForm>
          <PostForm viewer={shell.viewer} action={addressOf(id, '/stato')} class="acts">
            <button class="btn quiet" type="submit" name="on" value={endpoint.disabledAt === null ? 'no' : 'yes'}>
              {endpoint.disabledAt === null ? webhooks.off : webhooks.on}
            </button>
            {endpoint.disabledAt !== null && <span class="help">{webhooks.onHelp}</span>}
          </PostForm>
          <PostForm viewer={shell.viewer} action={addressOf(id, '/togli')} class="acts">
            <button class="btn quiet" type="submit">
              {webhooks.remove}
            </button>
          </PostForm>
        </section>
      </div>
    </Layout>
  );
};

type LogProps = { ui: Ui; shell: Shell; id: string; deliveries: readonly LoggedDelivery[]; off: boolean };

const LogPanel = ({ ui, shell, id, deliveries, off }: LogProps) => {
  const {
    m: { webhooks },
  } = ui;
  return (
    <section class="panel" aria-labelledby="h-log">
      <h2 id="h-log">{webhooks.log}</h2>
      {deliveries.length === 0 ? (
        <p>{webhooks.noLog}</p>
      ) : (
        <ScrollTable label={webhooks.log}>
          <thead>
            <tr>
              <th scope="col">{webhooks.columns.when}</th>
              <th scope="col">{webhooks.columns.what}</th>
              <th scope="col">{webhooks.columns.state}</th>
              <th scope="col">{webhooks.columns.tries}</th>
              <th scope="col">{webhooks.replay}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <tr>
                <td>{ui.f.moment(one.event.at)}</td>
                <td>
                  <code>{one.event.type}</code>
                  <br />
                  <span class="soft small">{aboutOf(one)}</span>
                </td>
                <td>
                  {webhooks.ended[one.ended ?? 'waiting']}
                  {one.ended === null && one.tries > 0 && (
                    <span class="soft small"> {webhooks.nextTry(ui.f.moment(one.nextTryAt))}</span>
                  )}
                </td>
                <td>
                  <Answers ui={ui} delivery={one} />
                </td>
                <td>
                  {!off && (
                    <PostForm viewer={shell.viewer} action={addressOf(id, `/consegne/${one.id}/ripeti`)}>
                      <button class="btn quiet small" type="submit">
                        {webhooks.replay}
                      </button>
                    </PostForm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
};

const Answers = ({ ui, delivery }: { ui: Ui; delivery: LoggedDelivery }) => (
  <ul class="lines small">
    {delivery.answers.map(({ at, status, fault, tookMs }) => (
      <li>
        {ui.f.moment(at)}:{' '}
        {status === null ? ui.m.webhooks.unanswered(fault ?? '') : ui.m.webhooks.answered(status, ui.f.whole(tookMs))}
      </li>
    ))}
  </ul>
);

/** What an event is about, by name. */
function aboutOf({ event: { data } }: LoggedDelivery): string {
  const { topic, dossier } = data;
  return typeof topic === 'string' ? topic : typeof dossier === 'string' ? dossier : '';
}
