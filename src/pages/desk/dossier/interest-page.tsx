import { CONFIDENTIALITY, type InterestView } from '../../../domain/desk/interest/interest.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { BodyChoice, type NamedBody } from '../body-choice.tsx';
import { desk } from '../links.ts';
import { Choice, Field, Head, PostForm, roleOptions, Submit } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  dossier: { id: string; title: string; deadlineAt: string | null };
  bodies: readonly NamedBody[];
  own: readonly Extract<InterestView, { view: 'full' }>[];
}

/** A body says that it is interested, in which role, and who may learn of it. */
export const InterestPage = ({ ui, shell, dossier, bodies, own }: Props) => {
  const said = own[0]?.interest;
  return (
    <Layout ui={ui} shell={shell} title={ui.m.dossier.express} place="dossiers">
      <Head ui={ui} title={ui.m.dossier.express} />
      <div class="stack narrow">
        <section class="panel">
          <p lang="en">
            <b>{dossier.title}</b>
          </p>
          {dossier.deadlineAt !== null && <p class="soft">{ui.f.deadline(dossier.deadlineAt)}</p>}
        </section>
        {own.map(({ interest }) => (
          <section class="callout">
            <p>
              {ui.m.dossier.expressed(
                bodies.find(({ id }) => id === interest.bodyId)?.name ?? interest.bodyId,
                ui.f.day(interest.expressedAt),
              )}
            </p>
            <PostForm shell={shell} to={desk.interestEnd(dossier.id)} hidden={{ interestId: interest.id }}>
              <Submit label={ui.m.dossier.withdrawInterest} quiet />
            </PostForm>
          </section>
        ))}
        <section class="panel">
          <PostForm shell={shell} to={desk.interest(dossier.id)}>
            <BodyChoice ui={ui} id="bodyId" label={ui.m.dossier.body} bodies={bodies} />
            <Choice id="role" label={ui.m.dossier.role} options={roleOptions(ui)} value={said?.role ?? 'partner'} />
            <Choice
              id="lead"
              label={ui.m.dossier.leadQuestion}
              hint={ui.m.dossier.leadHint}
              value={said?.lead === true ? 'yes' : 'no'}
              options={[
                ['no', ui.m.dossier.leadNo],
                ['yes', ui.m.dossier.leadYes],
              ]}
            />
            <Field id="competences" label={ui.m.dossier.competences} value={said?.competences.join(', ')} />
            <Field id="effortMonths" type="number" label={ui.m.dossier.effort} value={said?.effortMonths} />
            <Field id="ownFundsEur" type="number" label={ui.m.dossier.ownFunds} value={said?.ownFundsEur} />
            <Field id="contact" label={ui.m.dossier.contact} value={said?.contact} required />
            <Choice
              id="confidentiality"
              label={ui.m.dossier.confidentiality}
              value={said?.confidentiality}
              options={CONFIDENTIALITY.map((level) => [level, ui.m.dossier.confidentialities[level]])}
            />
            <p>
              <Submit label={said === undefined ? ui.m.dossier.express : ui.m.desk.save} />
            </p>
          </PostForm>
        </section>
      </div>
    </Layout>
  );
};
