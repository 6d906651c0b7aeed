import { PLAN_LABELS, PLANS } from '../../../domain/desk/review/objective.ts';
import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import type { groupView } from '../../../services/desk/groups.ts';
import { Layout } from '../../components/layout.tsx';
import { PillarName } from '../../components/pillar-mark.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, PostForm, Submit } from '../parts.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
}

export const GroupsPage = ({ ui, shell }: Frame) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.groups} place="groups">
    <Head ui={ui} title={ui.m.desk.places.groups} />
    <ul class="panel lines">
      {PILLARS.map((pillar) => (
        <li>
          <a href={desk.group(pillar)}>
            <PillarName pillar={pillar} lang={ui.lang} strong />
          </a>
        </li>
      ))}
    </ul>
  </Layout>
);

export const GroupPage = ({ ui, shell, view }: Frame & { view: Awaited<ReturnType<typeof groupView>> }) => {
  const { group, coordinators, members, page, objectives, mayEdit } = view;
  const named = (people: typeof members) =>
    people.map(({ name }) => name ?? ui.m.desk.erased).join(', ') || ui.m.desk.nobody;
  return (
    <Layout ui={ui} shell={shell} title={PILLAR_LABELS[group][ui.lang]} place="groups">
      <Head ui={ui} title={PILLAR_LABELS[group][ui.lang]} lead={ui.m.today.groupLead} />
      <div class="stack narrow">
        <section class="panel tight">
          <p>
            <b>{ui.m.today.coordinator}</b>: {named(coordinators)}
          </p>
          <p>
            <b>{ui.m.today.members}</b>: {named(members)}
          </p>
          <p>
            <b>{ui.m.today.nextMeeting}</b>:{' '}
            {page?.nextMeetingAt == null ? ui.m.frame.unknown : ui.f.longDay(page.nextMeetingAt)} {page?.place ?? ''}
          </p>
          {page?.agenda != null && <p class="typed">{page.agenda}</p>}
        </section>
        <section class="panel" aria-labelledby="objectives">
          <h2 id="objectives">{ui.m.today.objectives}</h2>
          {objectives.length === 0 && <p class="soft">{ui.m.today.noObjectives}</p>}
          <ul class="lines">
            {objectives.map(({ plan, text, dueOn }) => (
              <li>
                <b>{PLAN_LABELS[plan][ui.lang]}</b> {text}
                {dueOn !== null && <span class="small soft"> {ui.m.today.dueOn(ui.f.day(dueOn))}</span>}
              </li>
            ))}
          </ul>
          {mayEdit && (
            <details>
              <summary>{ui.m.today.addObjective}</summary>
              <PostForm shell={shell} to={desk.objectives(group)}>
                <Choice
                  id="plan"
                  label={ui.m.today.planLabel}
                  options={PLANS.map((plan) => [plan, PLAN_LABELS[plan][ui.lang]])}
                />
                <Field id="text" label={ui.m.today.objectiveText} required />
                <Field id="dueOn" type="date" label={ui.m.dossier.deadline} />
                <p>
                  <Submit label={ui.m.desk.save} />
                </p>
              </PostForm>
            </details>
          )}
        </section>
        {mayEdit && (
          <section class="panel">
            <PostForm shell={shell} to={desk.group(group)}>
              <Field
                id="nextMeetingOn"
                type="date"
                label={ui.m.today.nextMeeting}
                value={page?.nextMeetingAt?.slice(0, 10)}
              />
              <Field id="place" label={ui.m.board.place} value={page?.place} />
              <Area id="agenda" label={ui.m.board.agenda} value={page?.agenda} />
              <p>
                <Submit label={ui.m.desk.save} quiet />
              </p>
            </PostForm>
          </section>
        )}
      </div>
    </Layout>
  );
};
