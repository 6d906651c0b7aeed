import type { MailKind } from '../../domain/delivery.ts';
import { Layout } from '../components/layout.tsx';
import { ErrorPage } from '../errors/error-page.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { own } from './paths.ts';
import { WORDS } from './words.ts';

type Props = { ui: Ui; shell: Shell; token: string };

/** Mail scanners open links: only the button ends anything. */
export const UnsubscribePage = ({ ui, shell, token, kind }: Props & { kind: MailKind }) => {
  const w = WORDS[ui.lang];
  return (
    <Layout ui={ui} shell={shell} title={w.unsubscribeTitle}>
      <div class="title">
        <h1>{w.unsubscribeTitle}</h1>
      </div>
      <form method="post" action={`${own(token)}/annulla`} class="panel form">
        <p>{w.unsubscribeLead[kind]}</p>
        <p class="acts">
          <button class="btn" type="submit">
            {w.unsubscribe}
          </button>
          <a class="btn quiet" href={own(token)}>
            {w.back}
          </a>
        </p>
      </form>
    </Layout>
  );
};

export const UnsubscribedPage = ({ ui, shell, token }: Props) => {
  const w = WORDS[ui.lang];
  return (
    <ErrorPage ui={ui} shell={shell} title={w.done} next={[{ to: own(token), label: w.back }]}>
      <p>{w.doneLead}</p>
    </ErrorPage>
  );
};

export const MutePage = ({ ui, shell, token, topic }: Props & { topic: string }) => {
  const w = WORDS[ui.lang];
  return (
    <Layout ui={ui} shell={shell} title={w.muteTitle}>
      <div class="title">
        <h1>{w.muteTitle}</h1>
      </div>
      <form method="post" action={`${own(token)}/silenzia`} class="panel form">
        <p>
          <code>{topic}</code>
        </p>
        <p>{w.muteLead}</p>
        <input type="hidden" name="kind" value="topic" />
        <input type="hidden" name="value" value={topic} />
        <p>
          <label>
            <input type="checkbox" name="untilChange" value="on" /> {w.untilChange}
          </label>
        </p>
        <button class="btn" type="submit">
          {w.mute}
        </button>
      </form>
    </Layout>
  );
};
