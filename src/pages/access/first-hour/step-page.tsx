import type { PropsWithChildren } from 'hono/jsx';
import { STEPS, type Step } from '../../../services/access/first-hour.ts';
import { Layout } from '../../components/layout.tsx';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';

export const stepPath = (step: Step): string => `${href.firstHour}/${STEPS.indexOf(step) + 1}`;

export const nextStep = (step: Step): string => {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? href.administration : stepPath(next);
};

type Props = PropsWithChildren<{ ui: Ui; shell: Shell; here: Step; done: Record<Step, boolean> }>;

/** One step of the first hour, with the others in sight; any can be done later, none blocks the next. */
export const StepPage = ({ ui, shell, here, done, children }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.firstHour.steps[here]}>
    <nav aria-label={ui.m.firstHour.title}>
      <ol class="steps5">
        {STEPS.map((step) => (
          <li data-state={step === here ? 'here' : done[step] ? 'done' : 'open'}>
            {step === here ? (
              <strong aria-current="step">{ui.m.firstHour.steps[step]}</strong>
            ) : (
              <a href={stepPath(step)}>{ui.m.firstHour.steps[step]}</a>
            )}
            {done[step] && <span class="hide">{ui.m.firstHour.doneMark}</span>}
          </li>
        ))}
      </ol>
    </nav>
    <div class="title">
      <div>
        <h1>{ui.m.firstHour.headings[here]}</h1>
        <p class="lead">{ui.m.firstHour.leads[here]}</p>
      </div>
    </div>
    <div class="stack">{children}</div>
    <p class="pager noprint">
      <a class={done[here] ? 'btn quiet' : undefined} href={nextStep(here)}>
        {here === 'invitations' ? ui.m.firstHour.finish : done[here] ? ui.m.firstHour.next : ui.m.firstHour.later}
      </a>
    </p>
  </Layout>
);
