import { type DeliveryState, STALE_REASONS, STRANDED_STATES } from '../../domain/delivery.ts';
import type { OutboxMail } from '../../services/delivery/outbox.ts';
import { Done, PostForm } from '../access/forms.tsx';
import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { path } from './paths.ts';
import { WORDS } from './words.ts';

type Props = { ui: Ui; shell: Shell };

type OutboxPageProps = Props & {
  mails: readonly OutboxMail[];
  /** Whether mail is set up. */
  mail: boolean;
  waiting: number;
  /** How many have just left; null = nobody pressed. */
  sent: number | null;
};

/** Every mail and what became of it; without mail, the place where they wait until there is. */
export const OutboxPage = ({ ui, shell, mails, mail, waiting, sent }: OutboxPageProps) => {
  const w = WORDS[ui.lang];
  return (
    <Layout ui={ui} shell={shell} title={w.outbox}>
      <div class="title">
        <div>
          <h1>{w.outbox}</h1>
          <p class="lead">{w.outboxLead(mail)}</p>
        </div>
      </div>
      <Done text={sent === null ? undefined : w.justSent(sent)} />
      {mail && waiting > 0 && (
        <PostForm viewer={shell.viewer} action={path.outboxSend} class="panel acts">
          <button class="btn" type="submit">
            {w.sendWaiting(waiting)}
          </button>
          <span class="help">{w.sendWaitingHelp}</span>
        </PostForm>
      )}
      <section class="panel" aria-label={w.outbox}>
        {mails.length === 0 ? (
          <p>{w.empty}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{w.columns.when}</th>
                <th scope="col">{w.columns.who}</th>
                <th scope="col">{w.columns.subject}</th>
                <th scope="col">{w.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, createdAt, name, subject, state, fault }) => (
                <tr>
                  <td>{ui.f.moment(createdAt)}</td>
                  <td>{name ?? '–'}</td>
                  <td>
                    <a href={`${path.outbox}/${id}`}>{subject}</a>
                  </td>
                  <td>
                    {w.states[state]}
                    {fault !== null && <span class="soft small"> {faultIn(ui.lang, state, fault)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Layout>
  );
};

/** A server's answer as it came; our own reason in words. */
function faultIn(lang: Ui['lang'], state: DeliveryState, fault: string): string {
  const reason = state === 'stale' ? STALE_REASONS.find((one) => one === fault) : undefined;
  return reason === undefined ? fault : WORDS[lang].staleReasons[reason];
}

const stranded = (state: DeliveryState) => STRANDED_STATES.some((one) => one === state);

export const OutboxMailPage = ({ ui, shell, mail, mayLeave }: Props & { mail: OutboxMail; mayLeave: boolean }) => (
  <Layout ui={ui} shell={shell} title={mail.subject}>
    <div class="title">
      <div>
        <h1>{mail.subject}</h1>
        <p class="lead">
          {mail.name ?? '–'} · {ui.f.moment(mail.createdAt)} · {WORDS[ui.lang].states[mail.state]}
        </p>
        {mail.fault !== null && (
          <p class="soft">
            {mail.state === 'stale' ? '' : `${WORDS[ui.lang].fault}: `}
            {faultIn(ui.lang, mail.state, mail.fault)}
          </p>
        )}
        {mail.state === 'doubtful' && <p>{WORDS[ui.lang].doubt}</p>}
      </div>
      {mayLeave && stranded(mail.state) && (
        <PostForm viewer={shell.viewer} action={path.outboxSend}>
          <button class="btn" type="submit" name="id" value={String(mail.id)}>
            {mail.state === 'outbox' ? WORDS[ui.lang].sendOne : WORDS[ui.lang].sendAgain}
          </button>
        </PostForm>
      )}
    </div>
    <section class="panel" aria-label={mail.subject}>
      {mail.text.split('\n\n').map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </p>
      ))}
    </section>
  </Layout>
);
