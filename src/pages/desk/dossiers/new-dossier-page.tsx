import type { StaffMember } from '../../../services/desk/staff.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, GroupBoxes, Head, PostForm, peopleOptions, Submit } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  staff: readonly StaffMember[];
}

/** A call that no portal lists, typed in a minute; or one that is only announced. */
export const NewDossierPage = ({ ui, shell, staff }: Props) => {
  const owners = peopleOptions(staff, ui, ui.m.desk.nobody);
  return (
    <Layout ui={ui} shell={shell} title={ui.m.dossier.add} place="dossiers">
      <Head ui={ui} title={ui.m.dossier.add} lead={ui.m.dossier.addLead} />
      <div class="halves">
        <section class="panel" aria-labelledby="by-hand">
          <h2 id="by-hand">{ui.m.dossier.byHand}</h2>
          <PostForm shell={shell} to={desk.openByHand}>
            <Field id="h-title" name="title" label={ui.m.dossier.callTitle} required />
            <Field
              id="h-programme"
              name="programme"
              label={ui.m.dossier.programme}
              required
              hint={ui.m.dossier.programmeHint}
            />
            <Field id="h-link" name="link" type="url" label={ui.m.dossier.link} />
            <Field id="h-deadline" name="deadlineOn" type="date" label={ui.m.dossier.deadline} />
            <Area id="h-note" name="note" label={ui.m.dossier.note} />
            <GroupBoxes ui={ui} chosen={[]} legend={ui.m.dossier.groups} />
            <Choice id="h-owner" name="owner" label={ui.m.dossier.owner} options={owners} />
            <p>
              <Submit label={ui.m.dossier.openIt} />
            </p>
          </PostForm>
        </section>
        <section class="panel" aria-labelledby="expected">
          <h2 id="expected">{ui.m.dossier.expected}</h2>
          <PostForm shell={shell} to={desk.openExpected}>
            <Field id="e-title" name="title" label={ui.m.dossier.callTitle} required />
            <Field id="e-programme" name="programme" label={ui.m.dossier.programme} required />
            <Field
              id="e-when"
              name="expectedText"
              label={ui.m.dossier.expectedWhen}
              required
              hint={ui.m.dossier.expectedHint}
            />
            <Field id="e-source" name="source" label={ui.m.dossier.source} />
            <Choice id="e-owner" name="owner" label={ui.m.dossier.owner} options={owners} />
            <p>
              <Submit label={ui.m.dossier.openIt} />
            </p>
          </PostForm>
        </section>
      </div>
    </Layout>
  );
};
