import { desk } from '../links.ts';
import { Choice, Field, GroupBoxes, PostForm, peopleOptions, roleOptions, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** Groups, owner, role, share, directorate, days; folded away once the role and an owner are there. */
export const DataPanel = ({ ui, shell, view }: PanelProps) => {
  const { row, groups, staff } = view;
  return (
    <details class="panel noprint" open={row.role === null || row.ownerId === null || groups.length === 0}>
      <summary>
        <h2 id="data">{ui.m.dossier.data}</h2>
      </summary>
      <PostForm shell={shell} to={desk.data(row.id)} hidden={{ version: row.version }}>
        <GroupBoxes ui={ui} chosen={groups} legend={ui.m.dossier.groups} />
        <div class="halves snug">
          <Choice
            id="role"
            label={ui.m.dossier.role}
            value={row.role ?? view.proposedRole}
            hint={view.proposedRole === null ? undefined : ui.m.dossier.roleHint}
            options={roleOptions(ui, ui.m.dossier.roleOpen)}
          />
          <Choice
            id="owner"
            label={ui.m.dossier.owner}
            value={row.ownerId}
            options={peopleOptions(staff, ui, ui.m.desk.nobody)}
          />
          <Field id="shareEur" type="number" label={ui.m.dossier.share} value={row.shareEur} />
          <Field id="directorate" label={ui.m.dossier.directorate} value={row.directorate} />
          <Field id="interestClosesOn" type="date" label={ui.m.dossier.interestUntil} value={row.interestClosesOn} />
          <Field id="submissionReference" label={ui.m.dossier.submissionReference} value={row.submissionReference} />
        </div>
        <p>
          <Submit label={ui.m.desk.save} quiet />
        </p>
      </PostForm>
    </details>
  );
};
