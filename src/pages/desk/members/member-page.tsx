import { MEMBER_KINDS, votes } from '../../../domain/desk/interest/membership.ts';
import type { readMember } from '../../../services/desk/memberships.ts';
import { Layout } from '../../components/layout.tsx';
import { relationWord } from '../../partners/relation-word.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Choice, Field, Head, type Option, PostForm, peopleOptions, Submit } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  member: Awaited<ReturnType<typeof readMember>>;
}

/** One body: what it is today, contact and papers, admission, exit, what it was. */
export const MemberPage = (props: Props) => {
  const { ui, shell, member } = props;
  const { body, membership, known, mayEdit, mayAdmit } = member;
  return (
    <Layout ui={ui} shell={shell} title={body.name} place="members">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.members}>{ui.m.members.title}</a>
      </nav>
      <Head ui={ui} title={body.name} lead={body.legalName === body.name ? undefined : body.legalName} />
      <div class="stack narrow">
        <Today {...props} />
        {mayEdit && membership !== null && <Data {...props} />}
        {(mayEdit || mayAdmit) && <Admission {...props} />}
        {mayEdit && membership !== null && <Exit {...props} />}
        {known.length > 0 && (
          <section class="panel" aria-labelledby="history">
            <h2 id="history">{ui.m.members.history}</h2>
            <ul class="lines">
              {known.map(({ kind, admittedOn, leftOn }) => {
                const word = relationWord(ui, kind);
                const from = ui.f.day(admittedOn);
                return (
                  <li>
                    {leftOn === null
                      ? ui.m.members.admitted(word, from)
                      : ui.m.members.until(word, from, ui.f.day(leftOn))}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  );
};

const Today = ({ ui, member: { body, membership, contact, missing } }: Props) => (
  <section class="panel" aria-labelledby="today">
    <h2 id="today">{ui.m.members.today}</h2>
    {membership === null ? (
      <p>
        {ui.m.members.notRegistered}{' '}
        <span class="soft">{ui.m.members.profileSays(relationWord(ui, body.relation))}</span>
      </p>
    ) : (
      <dl class="facts">
        <div>
          <dt>{ui.m.members.kind}</dt>
          <dd>{ui.m.members.admitted(relationWord(ui, membership.kind), ui.f.day(membership.admittedOn))}</dd>
        </div>
        <div>
          <dt>{ui.m.members.contact}</dt>
          <dd>{contact ?? ui.m.members.noContact}</dd>
        </div>
        <div>
          <dt>{ui.m.members.papers}</dt>
          <dd class={missing.length > 0 ? 'warn' : undefined}>
            {missing.length === 0 ? ui.m.members.complete : ui.m.members.missing(missing.join(', '))}
          </dd>
        </div>
      </dl>
    )}
  </section>
);

const Data = ({ ui, shell, member: { body, membership, staff } }: Props) =>
  membership === null ? null : (
    <section class="panel" aria-labelledby="data">
      <h2 id="data">{ui.m.members.data}</h2>
      <PostForm shell={shell} to={desk.member(body.id)} hidden={{ version: membership.version }}>
        <Choice
          id="contact"
          label={ui.m.members.contact}
          value={membership.contact}
          options={peopleOptions(staff, ui, ui.m.members.noContact)}
        />
        <Field id="pic" label={ui.m.members.pic} value={membership.pic} />
        <Field id="lear" label={ui.m.members.lear} value={membership.lear} />
        <Choice
          id="genderEqualityPlan"
          label={ui.m.members.gep}
          value={membership.genderEqualityPlan === null ? 'unknown' : membership.genderEqualityPlan ? 'yes' : 'no'}
          options={[
            ['yes', ui.m.members.gepAnswers.yes],
            ['no', ui.m.members.gepAnswers.no],
            ['unknown', ui.m.members.gepAnswers.unknown],
          ]}
        />
        <p>
          <Submit label={ui.m.desk.save} />
        </p>
      </PostForm>
    </section>
  );

/** Each role is offered the kinds it may admit. */
const Admission = ({ ui, shell, member: { body, membership, sittings, today, mayEdit, mayAdmit } }: Props) => {
  const kinds = MEMBER_KINDS.filter((kind) => kind !== membership?.kind && (votes(kind) ? mayAdmit : mayEdit));
  return (
    <section class="panel" aria-labelledby="admit">
      <h2 id="admit">{ui.m.members.admit}</h2>
      <p class="small soft">{ui.m.members.admitLead}</p>
      <PostForm shell={shell} to={desk.memberAdmission(body.id)}>
        <Choice
          id="kind"
          label={ui.m.members.kind}
          value={body.relation}
          options={kinds.map((kind): Option => [kind, relationWord(ui, kind)])}
        />
        <Field id="admittedOn" type="date" label={ui.m.members.admittedOn} value={today} required />
        <Choice
          id="sittingId"
          label={ui.m.members.sitting}
          options={[
            ['', ui.m.members.noSitting],
            ...sittings.map(({ id, at }): Option => [id, ui.m.board.sittingOf(ui.f.moment(at))]),
          ]}
        />
        <p>
          <Submit label={ui.m.members.admit} quiet={membership !== null} />
        </p>
      </PostForm>
    </section>
  );
};

const Exit = ({ ui, shell, member: { body, membership, today } }: Props) =>
  membership === null ? null : (
    <section class="panel" aria-labelledby="exit">
      <h2 id="exit">{ui.m.members.exit}</h2>
      <PostForm shell={shell} to={desk.memberEnd(body.id)} hidden={{ version: membership.version }}>
        <Field id="leftOn" type="date" label={ui.m.members.leftOn} value={today} required />
        <p>
          <Submit label={ui.m.members.leave} quiet />
        </p>
      </PostForm>
    </section>
  );
