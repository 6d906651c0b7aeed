import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { PublicNoticeView } from '../../../services/desk/public-notices.ts';
import { Layout } from '../../components/layout.tsx';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, PostForm, Submit } from '../parts.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
}

/** What is open to bodies from outside now. */
export const NoticesPage = ({ ui, shell, notices }: Frame & { notices: readonly PublicNoticeView[] }) => (
  <Layout ui={ui} shell={shell} title={ui.m.notices.title}>
    <Head ui={ui} title={ui.m.notices.title} lead={ui.m.notices.lead(shell.association[ui.lang])} />
    {notices.length === 0 ? (
      <p class="panel">{ui.m.notices.none}</p>
    ) : (
      <ul class="panel lines">
        {notices.map(({ id, call, roles, closesOn }) => (
          <li>
            <h2 class="call">
              <a href={desk.publicNotice(id)} lang="en">
                {call.title}
              </a>
            </h2>
            <p class="small soft">
              {roles.map((role) => ROLE_LABELS[role][ui.lang]).join(', ')} · {ui.m.dossier.until(ui.f.day(closesOn))}
            </p>
          </li>
        ))}
      </ul>
    )}
  </Layout>
);

/** One notice, and the form by which a body comes forward. */
export const NoticePage = ({ ui, shell, notice }: Frame & { notice: PublicNoticeView }) => (
  <Layout ui={ui} shell={shell} title={ui.m.notices.one}>
    <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
      <a href={desk.publicNotices}>{ui.m.notices.title}</a>
    </nav>
    <Head
      ui={ui}
      title={ui.m.notices.one}
      lead={ui.m.notices.dated(ui.f.day(notice.publishedOn), ui.f.day(notice.closesOn))}
    />
    <div class="stack narrow">
      <section class="panel">
        <h2 lang="en">{notice.call.title}</h2>
        {notice.call.key !== null && (
          <p>
            <a href={href.topicKey(notice.call.key)}>
              <code>{notice.call.key}</code>
            </a>
          </p>
        )}
        <p class="typed">{notice.text}</p>
        <p>
          <b>{ui.m.notices.roles}</b>: {notice.roles.map((role) => ROLE_LABELS[role][ui.lang]).join(', ')}
        </p>
      </section>
      <section class="panel" aria-labelledby="come-forward">
        <h2 id="come-forward">{ui.m.notices.comeForward}</h2>
        {notice.open ? <AnswerForm ui={ui} shell={shell} notice={notice} /> : <p>{ui.m.notices.closed}</p>}
      </section>
    </div>
  </Layout>
);

const AnswerForm = ({ ui, shell, notice }: Frame & { notice: PublicNoticeView }) => (
  <PostForm shell={shell} to={desk.publicNotice(notice.id)}>
    <Field id="organisation" label={ui.m.dossier.body} required />
    <Field id="person" label={ui.m.dossier.contact} required />
    <Field id="email" type="email" label={ui.m.requests.email} required />
    <Choice
      id="role"
      label={ui.m.dossier.role}
      options={notice.roles.map((role) => [role, ROLE_LABELS[role][ui.lang]])}
    />
    <Area id="competences" label={ui.m.dossier.competences} />
    <p class="small soft">
      {ui.m.notices.whoReads} <a href={href.privacy}>{ui.m.frame.privacy}</a>
    </p>
    <p>
      <Submit label={ui.m.dossier.express} />
    </p>
  </PostForm>
);
