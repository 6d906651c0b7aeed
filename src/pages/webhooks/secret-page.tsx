import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { endpoint } from './paths.ts';

/** The one time that a secret is shown. */
export const SecretPage = ({ ui, shell, id, secret }: { ui: Ui; shell: Shell; id: string; secret: string }) => {
  const {
    m: { webhooks },
  } = ui;
  return (
    <Layout ui={ui} shell={shell} title={webhooks.secretTitle}>
      <div class="title">
        <div>
          <h1>{webhooks.secretTitle}</h1>
          <p class="lead">{webhooks.secretLead}</p>
        </div>
      </div>
      <section class="panel" aria-label={webhooks.secretTitle}>
        <p>
          <code>{secret}</code>
        </p>
        <p class="acts">
          <a class="btn" href={endpoint(id)}>
            {webhooks.secretDone}
          </a>
        </p>
      </section>
    </Layout>
  );
};
