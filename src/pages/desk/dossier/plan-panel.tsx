import { MILESTONE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { ScrollTable } from '../../components/scroll-table.tsx';
import { desk } from '../links.ts';
import { PostForm } from '../parts.tsx';
import type { PanelProps } from './panel.ts';
import { PlanDrawing } from './plan-drawing.tsx';

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
      {plan.plans.map((one) => (
        <>
          <p class="small">
            {one.stage !== null && `${ui.m.dossier.stage(one.stage)} · `}
            {ui.f.deadline(one.deadlineAt)}
          </p>
          <PlanDrawing ui={ui} plan={one} isDone={({ kind }) => plan.done.has(`${one.stage ?? 0}:${kind}`)} />
          <ScrollTable label={ui.m.dossier.plan} stackable>
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
              {one.milestones.map(({ kind, startOn, endOn, owner }) => {
                const ready = plan.done.has(`${one.stage ?? 0}:${kind}`);
                return (
                  <tr>
                    <th scope="row">{MILESTONE_LABELS[kind][ui.lang]}</th>
                    <td class="nw" data-l={ui.m.dossier.from}>
                      {ui.f.tinyDay(startOn)}
                    </td>
                    <td class="nw" data-l={ui.m.dossier.to}>
                      {ui.f.tinyDay(endOn)}
                    </td>
                    <td data-l={ui.m.dossier.who}>{ui.m.dossier.owners[owner]}</td>
                    <td data-l={ui.m.dossier.doneHead}>
                      {may.prepare ? (
                        <PostForm
                          shell={shell}
                          to={desk.plan(row.id)}
                          class="acts"
                          hidden={{ stage: one.stage ?? 0, kind, done: ready ? 'no' : 'yes' }}
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
