import { Layout } from '../components/layout.tsx';
import { ErrorPage } from '../errors/error-page.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Field, PostForm } from './forms.tsx';

type Props = { ui: Ui; shell: Shell; token: string; next: string | undefined };

/** Where a one-time link leads: one button. Mail scanners open links, they press nothing. */
export const LinkPage = ({ ui, shell, token, next }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.access.linkTitle}>
    <div class="title">
      <div>
        <h1>{ui.m.access.linkTitle}</h1>
        <p class="lead">{ui.m.access.linkLead}</p>
      </div>
    </div>
    <div class="panel">
      <PostForm viewer={shell.viewer} action={`${href.signIn}/${token}`} class="form">
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <button class="btn" type="submit">
          {ui.m.access.enter}
        </button>
        <p class="help">{ui.m.access.cookieNote}</p>
      </PostForm>
    </div>
  </Layout>
);

/** The link that `npm start` prints on an empty store: its holder says who they are. */
export const FirstAdministratorPage = ({ ui, shell, token }: Omit<Props, 'next'>) => (
  <Layout ui={ui} shell={shell} title={ui.m.access.firstTitle}>
    <div class="title">
      <div>
        <h1>{ui.m.access.firstTitle}</h1>
        <p class="lead">{ui.m.access.firstLead}</p>
      </div>
    </div>
    <div class="panel">
      <PostForm viewer={shell.viewer} action={`${href.signIn}/${token}`} class="form">
        <Field name="name" label={ui.m.access.yourName} autocomplete="name" required />
        <Field name="email" type="email" label={ui.m.access.email} autocomplete="email" maxlength={254} required />
        <button class="btn" type="submit">
          {ui.m.access.begin}
        </button>
        <p class="help">{ui.m.access.cookieNote}</p>
      </PostForm>
    </div>
  </Layout>
);

/** Used already, too old, or never ours. */
export const LinkGonePage = ({ ui, shell }: { ui: Ui; shell: Shell }) => (
  <ErrorPage
    ui={ui}
    shell={shell}
    title={ui.m.access.goneTitle}
    next={[
      { to: href.signIn, label: ui.m.access.askAnother },
      { to: '/', label: ui.m.access.toStart },
    ]}
  >
    <p>{ui.m.access.gone}</p>
  </ErrorPage>
);
