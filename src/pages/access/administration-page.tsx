import type { Step } from '../../services/access/first-hour.ts';
import { STEPS } from '../../services/access/first-hour.ts';
import type { PersonCard } from '../../services/people/list-people.ts';
import { Layout } from '../components/layout.tsx';
import { path } from '../delivery/paths.ts';
import { WORDS } from '../delivery/words.ts';
import { desk } from '../desk/links.ts';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { stepPath } from './first-hour/step-page.tsx';

type Props = { ui: Ui; shell: Shell; done: Record<Step, boolean>; wanting: readonly PersonCard[]; mail: boolean };

/** Where the administrator begins: what is still to set up, who waits at the door, where the rest is. */
export const AdministrationPage = ({ ui, shell, done, wanting, mail }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.administration.title}>
    <div class="title">
      <div>
        <h1>{ui.m.administration.title}</h1>
        <p class="lead">{mail ? ui.m.administration.withMail : ui.m.administration.withoutMail}</p>
      </div>
    </div>
    <div class="stack">
      {wanting.length > 0 && (
        <section class="panel" aria-labelledby="h-wanting">
          <h2 id="h-wanting">{ui.m.administration.wanting}</h2>
          <ul class="lines">
            {wanting.map(({ id, name, wantsLinkSince }) => (
              <li>
                <a href={href.person(id)}>{name}</a>{' '}
                <span class="soft small">
                  {wantsLinkSince !== null && ui.m.administration.askedOn(ui.f.moment(wantsLinkSince))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="panel" aria-labelledby="h-steps">
        <h2 id="h-steps">{ui.m.firstHour.title}</h2>
        <ul class="lines">
          {STEPS.map((step) => (
            <li class="li">
              <a href={stepPath(step)}>{ui.m.firstHour.steps[step]}</a>
              <span class={`state ${done[step] ? 'done ok' : ''}`}>
                {done[step] ? ui.m.administration.done : ui.m.administration.open}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <nav class="panel" aria-label={ui.m.administration.rest}>
        <ul class="lines">
          <li>
            <a href={href.people}>{ui.m.people.title}</a>
          </li>
          <li>
            <a href={desk.members}>{ui.m.members.title}</a>
          </li>
          <li>
            <a href={href.audit}>{ui.m.audit.title}</a>
          </li>
          <li>
            <a href={path.outbox}>{WORDS[ui.lang].outbox}</a>
          </li>
          <li>
            <a href={href.sources}>{ui.m.frame.sources}</a>
          </li>
        </ul>
      </nav>
    </div>
  </Layout>
);
