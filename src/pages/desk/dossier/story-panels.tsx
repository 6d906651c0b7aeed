import { MILESTONE_LABELS, OUTCOME_LABELS, STATE_LABELS, TRANSITION_LABELS } from '../../../domain/desk/labels.ts';
import { OUTCOMES } from '../../../domain/desk/outcome.ts';
import type { Localised } from '../../../domain/labels/localised.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { ScrollTable } from '../../components/scroll-table.tsx';
import { desk } from '../links.ts';
import { Area, Choice, Field, nameOf, PostForm, Submit } from '../parts.tsx';
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
                          hidden={{ stage: stage ?? 0, kind, done: ready ? 'no' : 'yes' }}
                        >
                          <button
                            class="btn quiet"
                            type="submit"
                            aria-pressed={ready ? 'true' : 'false'}
                            aria-label={`${MILESTONE_LABELS[kind][ui.lang]}: ${ui.m.dossier.doneHead}`}
                          >
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

/** The opinion, its draft, and the way to its minutes. */
export const OpinionPanel = ({ ui, shell, view }: PanelProps) => {
  const { opinion, row, may, minutes } = view;
  const open = row.state === 'collegial-evaluation' || row.state === 'in-short-route';
  if (opinion === null && !(may.record && open)) return null;
  return (
    <section class="panel" aria-labelledby="opinion">
      <h2 id="opinion">{ui.m.dossier.opinion}</h2>
      {opinion !== null && (
        <>
          <p class="num">{ui.m.desk.opinionKinds[opinion.kind]}</p>
          {opinion.reasons.map(({ text }) => (
            <p>{text}</p>
          ))}
          {opinion.conditions.map(({ text, dueOn }) => (
            <p class="small">{ui.m.board.condition(text, ui.f.shortDay(dueOn))}</p>
          ))}
          <p class="small soft">
            {opinion.confirmed === null
              ? ui.m.board.awaitsPresident
              : ui.m.board.confirmedBy(nameOf(ui, view.names, opinion.confirmed.by), ui.f.day(opinion.confirmed.at))}
          </p>
        </>
      )}
      <p class="acts noprint">
        {may.record && open && (
          <a class="btn quiet" href={desk.opinion(row.id)}>
            {ui.m.board.recordOpinion}
          </a>
        )}
        {may.confirm && (
          <PostForm shell={shell} to={desk.confirm(row.id)}>
            <Submit label={ui.m.board.confirm} />
          </PostForm>
        )}
        {minutes.map(({ number }) => (
          <a class="btn quiet" href={desk.minutes(number)}>
            {ui.m.board.minutesOf(number)}
          </a>
        ))}
      </p>
    </section>
  );
};

/** What the association already knows of the topic's family. */
export const MemoryPanel = ({ ui, view }: PanelProps) => {
  const { dossiers, wins } = view.memory;
  const earlier = wins === null ? [] : [...(wins.topic === null ? [] : [wins.topic]), ...wins.forerunners].slice(0, 6);
  return (
    <section class="panel" aria-labelledby="memory">
      <h2 id="memory">{ui.m.dossier.memory}</h2>
      {dossiers.length === 0 && earlier.length === 0 && <p class="soft">{ui.m.dossier.noMemory}</p>}
      <ul class="lines">
        {dossiers.map(({ id, title, state, openedOn, reason }) => (
          <li>
            <a href={desk.dossier(id)} lang="en">
              {title}
            </a>
            <span class="small soft">
              {' '}
              {STATE_LABELS[state][ui.lang]} · {ui.f.shortDay(openedOn)} {reason ?? ''}
            </span>
          </li>
        ))}
        {earlier.map(({ topic, year, projectCount, municipalities, projects }) => (
          <li>
            <code>{topic}</code>
            <span class="small soft">
              {' '}
              {year ?? ''} {ui.m.dossier.won(projectCount, municipalities)}
            </span>
            {projects.slice(0, 3).map(({ acronym, url, partners }) => (
              <p class="small">
                <a href={url}>{acronym}</a> {partners.map(({ name }) => name).join(', ')}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Facts and questions; judgements only for whom blindness allows them. */
export const TalkPanel = ({ ui, shell, view }: PanelProps) => (
  <section class="panel" aria-labelledby="talk">
    <h2 id="talk">{ui.m.dossier.talk}</h2>
    <div class="tight">
      {view.comments.map(({ by, at, text, kind }) => (
        <blockquote class="msg">
          <p class="small soft">
            <b>{nameOf(ui, view.names, by)}</b> · {ui.f.moment(at)}
            {kind === 'judgement' && ` · ${ui.m.dossier.judgement}`}
          </p>
          <p>{text}</p>
        </blockquote>
      ))}
      {view.may.comment && (
        <PostForm shell={shell} to={desk.comments(view.row.id)}>
          <Choice
            id="talk-kind"
            name="kind"
            label={ui.m.dossier.talkKind}
            options={[
              ['fact', ui.m.dossier.fact],
              ...(view.may.judge ? [['judgement', ui.m.dossier.judgement] as const] : []),
            ]}
          />
          <Area id="talk-text" name="text" label={ui.m.dossier.write} required />
          <p>
            <Submit label={ui.m.dossier.send} quiet />
          </p>
        </PostForm>
      )}
    </div>
  </section>
);

/** Who did what, when, why. */
export const HistoryPanel = ({ ui, view }: PanelProps) => {
  const labels: Readonly<Record<string, Localised>> = TRANSITION_LABELS;
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{ui.m.dossier.history}</h2>
      <ul class="lines">
        {view.events.toReversed().map(({ step, by, at, reason }) => (
          <li>
            {labels[step]?.[ui.lang] ?? step}
            <span class="small soft">
              {' '}
              {nameOf(ui, view.names, by)} · {ui.f.moment(at)}
              {reason !== null && ` · «${reason}»`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the Commission answered. */
export const OutcomePanel = ({ ui, shell, view }: PanelProps) => {
  const { outcomes, row, may } = view;
  const open = row.state === 'submitted' || row.state === 'second-stage' || row.state === 'reserve';
  if (outcomes.length === 0 && !(open && may.outcome)) return null;
  return (
    <section class="panel" aria-labelledby="outcome">
      <h2 id="outcome">{ui.m.dossier.outcome}</h2>
      {outcomes.map(({ kind, decidedOn, total, rank, proposals, lessonLearnt }) => (
        <p>
          <b>{OUTCOME_LABELS[kind][ui.lang]}</b> · {ui.f.day(decidedOn)}
          {total !== null && ` · ${ui.m.dossier.points(total)}`}
          {rank !== null && ` · ${ui.m.dossier.rank(rank, proposals)}`}
          {lessonLearnt !== null && <span class="small soft"> {lessonLearnt}</span>}
        </p>
      ))}
      {open && may.outcome && (
        <details class="noprint">
          <summary>{ui.m.dossier.recordOutcome}</summary>
          <PostForm shell={shell} to={desk.outcome(row.id)}>
            <Choice
              id="o-kind"
              name="kind"
              label={ui.m.dossier.outcome}
              options={OUTCOMES.map((kind) => [kind, OUTCOME_LABELS[kind][ui.lang]])}
            />
            <Field id="o-day" name="decidedOn" type="date" label={ui.m.dossier.decidedOn} required />
            <Field id="o-total" name="total" type="number" label={ui.m.dossier.totalPoints} />
            <Field id="o-rank" name="rank" type="number" label={ui.m.dossier.rankLabel} />
            <Area id="o-lesson" name="lessonLearnt" label={ui.m.dossier.lesson} />
            <p>
              <Submit label={ui.m.desk.save} />
            </p>
          </PostForm>
        </details>
      )}
    </section>
  );
};
