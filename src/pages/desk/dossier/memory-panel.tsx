import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import { desk } from '../links.ts';
import { OutcomeLine } from '../outcome-line.tsx';
import type { PanelProps } from './panel.ts';

/** What the association already knows of the topic's family. */
export const MemoryPanel = ({ ui, view }: PanelProps) => {
  const { dossiers, projects, wins } = view.memory;
  const earlier = wins === null ? [] : [...(wins.topic === null ? [] : [wins.topic]), ...wins.forerunners].slice(0, 6);
  return (
    <section class="panel" aria-labelledby="memory">
      <h2 id="memory">{ui.m.dossier.memory}</h2>
      {dossiers.length + projects.length + earlier.length === 0 && <p class="soft">{ui.m.dossier.noMemory}</p>}
      <ul class="lines">
        {dossiers.map(({ id, title, state, openedOn, reason, outcome }) => (
          <li>
            <a href={desk.dossier(id)} lang="en">
              {title}
            </a>
            <span class="small soft">
              {' '}
              {STATE_LABELS[state][ui.lang]} · {ui.f.shortDay(openedOn)} {reason ?? ''}
            </span>
            {outcome !== null && (
              <p class="small">
                <OutcomeLine ui={ui} outcome={outcome} />
              </p>
            )}
            {outcome?.lessonLearnt != null && <p class="small soft">{outcome.lessonLearnt}</p>}
          </li>
        ))}
        {projects.map(({ acronym, startsOn, endsOn }) => (
          <li>
            <a href={desk.projects}>{acronym}</a>
            <span class="small soft"> {ui.m.dossier.ourProject(ui.f.shortDay(startsOn), ui.f.shortDay(endsOn))}</span>
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
