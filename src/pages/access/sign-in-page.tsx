import { Layout } from '../components/layout.tsx';
import { ErrorPage } from '../errors/error-page.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Field, PostForm } from './forms.tsx';

type Props = { ui: Ui; shell: Shell };

/** Asks for the mail address, or for the passkey where there is one. */
export const SignInPage = ({ ui, shell, next }: Props & { next: string | undefined }) => (
  <Layout ui={ui} shell={shell} title={ui.m.access.signIn}>
    <div class="title">
      <div>
        <h1>{ui.m.access.signIn}</h1>
        <p class="lead">{ui.m.access.lead}</p>
      </div>
    </div>
    <div class="stack">
      <section class="panel" aria-labelledby="h-link">
        <h2 id="h-link">{ui.m.access.byLink}</h2>
        <PostForm viewer={shell.viewer} action={href.signIn} class="form">
          <Field
            name="email"
            type="email"
            label={ui.m.access.email}
            help={ui.m.access.emailHelp}
            autocomplete="username webauthn"
            maxlength={254}
            required
          />
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          <button class="btn" type="submit">
            {ui.m.access.askLink}
          </button>
        </PostForm>
      </section>
      <section class="panel" aria-labelledby="h-passkey" data-passkey="authenticate" data-next={next} hidden>
        <h2 id="h-passkey">{ui.m.access.byPasskey}</h2>
        <p class="tight">
          <span>{ui.m.access.byPasskeyLead}</span>
          <span class="acts">
            <button class="btn quiet" type="button" data-start>
              {ui.m.access.usePasskey}
            </button>
          </span>
        </p>
        <p class="bad" role="alert" data-fault hidden>
          {ui.m.access.passkeyFault}
        </p>
      </section>
    </div>
    <script type="module" src={ui.assets.passkeys} />
  </Layout>
);

/** The same words whoever asked, known or not. */
export const AskedPage = ({ ui, shell, mail }: Props & { mail: boolean }) => (
  <ErrorPage ui={ui} shell={shell} title={ui.m.access.askedTitle} next={[{ to: '/', label: ui.m.access.toStart }]}>
    <p>{mail ? ui.m.access.askedMail : ui.m.access.askedPaper}</p>
    <p>{ui.m.access.askedNothing}</p>
  </ErrorPage>
);

export const TooManyPage = ({ ui, shell }: Props) => (
  <ErrorPage ui={ui} shell={shell} title={ui.m.access.tooManyTitle} next={[{ to: '/', label: ui.m.access.toStart }]}>
    <p>{ui.m.access.tooMany}</p>
  </ErrorPage>
);
