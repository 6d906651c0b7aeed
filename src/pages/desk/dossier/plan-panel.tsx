import { MILESTONE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { ScrollTable } from '../../components/scroll-table.tsx';
import { desk } from '../links.ts';
import { PostForm } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** The backward plan for the chosen role. */
export const PlanPanel = ({ ui, shell, view }: PanelProps) => {
  const { plan, row, may } = view;
  if (plan === null) return null;
  return (
    <section class="panel" aria-labelledby="plan">
      <header>
        <h2 id="plan">{ui.m.dossier.plan}</h2>
        {row.role !== null && <span class="small soft">{ROLE_LABELS[row.role][ui.lang]}</span>}
      </header>
      {plan.verdict?.inTime === false && (
        <p class="note warn">
          {plan.verdict.alternative === null
            ? ui.m.dossier.tooLate
            : ui.m.dossier.tooLateBut(ROLE_LABELS[plan.verdict.alternative][ui.lang])}
        </p>
      )}
      {plan.plans.length === 0 && <p class="soft">{ui.m.dossier.noPlan}</p>}
      {plan.plans.map(({ stage, deadlineAt, milestones }) => (
        <>
          <p class="small">
            {stage !== null && `${ui.m.dossier.stage(stage)} · `}
            {ui.f.deadline(deadlineAt)}
          </p>
          <ScrollTable label={ui.m.dossier.plan}>
            <thead>
              <tr>
                <th scope="col">{ui.m.dossier.work}</th>
                <th scope="col">{ui.m.dossier.from}</th>
                <th scope="col">{ui.m.dossier.to}</th>
                <th scope="col">{ui.m.dossier.who}</th>
                <th scope="col">{ui.m.dossier.doneHead}</th>
              </tr>
            </thead>
            <tbody>
              {milestones.map(({ kind, startOn, endOn, owner }) => {
                const ready = plan.done.has(`${stage ?? 0}:${kind}`);
                return (
                  <tr>
                    <th scope="row">{MILESTONE_LABELS[kind][ui.lang]}</th>
                    <td class="nw">{ui.f.tinyDay(startOn)}</td>
                    <td class="nw">{ui.f.tinyDay(endOn)}</td>
                    <td>{ui.m.dossier.owners[owner]}</td>
                    <td>
                      {may.prepare ? (
                        <PostForm
                          shell={shell}
                          to={desk.plan(row.id)}
                          class="acts"
                          hidden={{ stage: stage ?? 0, kind, done: ready ? 'no' : 'yes' }}
                        >
                          <button class="btn quiet" type="submit" aria-pressed={ready ? 'true' : 'false'}>
                            <span class="hide">
                              {MILESTONE_LABELS[kind][ui.lang]}, {ui.m.dossier.doneHead}:{' '}
                            </span>
                            {ready ? ui.m.dossier.yes : ui.m.dossier.notYet}
                          </button>
                        </PostForm>
                      ) : ready ? (
                        ui.m.dossier.yes
                      ) : (
                        ui.m.dossier.notYet
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </ScrollTable>
        </>
      ))}
    </section>
  );
};
