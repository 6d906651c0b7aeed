import type { TopicOutcome, WinnersOfTopic, WinningProject } from '../../services/topics/winners-of-topic.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { partWord } from '../view/part-word.ts';

const PROJECTS_SHOWN = 6;

/** "Who won this before": what became of this very topic, and of its forerunners. */
export const WinnersPanel = ({ ui, winners }: { ui: Ui; winners: WinnersOfTopic }) => {
  const { m } = ui;
  const nothing = winners.topic === null && winners.forerunners.length === 0;
  return (
    <section class="panel" aria-labelledby="h-winners">
      <h2 id="h-winners">{m.topic.winners}</h2>
      {nothing && <p>{m.topic.winnersNone}</p>}
      {winners.topic !== null && <Outcome ui={ui} outcome={winners.topic} />}
      {winners.forerunners.length > 0 && (
        <>
          <h3>{m.topic.forerunners}</h3>
          {winners.forerunners.map((outcome) => (
            <Outcome ui={ui} outcome={outcome} />
          ))}
        </>
      )}
    </section>
  );
};

const Outcome = ({ ui, outcome }: { ui: Ui; outcome: TopicOutcome }) => {
  const { m } = ui;
  const shown = outcome.projects.slice(0, PROJECTS_SHOWN);
  return (
    <div class="tight small">
      <p>
        <b>{outcome.topic}</b>{' '}
        {outcome.title !== null && (
          <span class="soft" lang="en">
            {outcome.title}
          </span>
        )}
        <br />
        {m.topic.funded(outcome.projectCount)} ·{' '}
        {outcome.municipalities === null
          ? m.topic.municipalitiesUnknown
          : m.topic.municipalities(outcome.municipalities)}
      </p>
      {shown.length > 0 && (
        <ul class="lines">
          {shown.map((project) => (
            <Project ui={ui} project={project} />
          ))}
        </ul>
      )}
      {outcome.projects.length > shown.length && (
        <p class="soft">{m.topic.moreProjects(outcome.projects.length - shown.length)}</p>
      )}
    </div>
  );
};

const Project = ({ ui, project }: { ui: Ui; project: WinningProject }) => (
  <li>
    <a href={project.url} rel="noopener" lang="en">
      {project.acronym}
    </a>
    {project.startOn !== null && <span class="soft"> {project.startOn.slice(0, 4)}</span>}
    {project.partners.map(({ id, name, role }) => (
      <div>
        <a href={href.partner(id)}>{name}</a> <span class="soft">{partWord(ui, role)}</span>
      </div>
    ))}
  </li>
);
