import { MemoryLines } from '../memory-lines.tsx';
import type { PanelProps } from './panel.ts';

const OUTCOMES_SHOWN = 6;

/** What the association already knows of the topic's family. */
export const MemoryPanel = ({ ui, view }: PanelProps) => {
  const { wins, ...memory } = view.memory;
  const { dossiers, discards, projects } = memory;
  const earlier =
    wins === null ? [] : [...(wins.topic === null ? [] : [wins.topic]), ...wins.forerunners].slice(0, OUTCOMES_SHOWN);
  return (
    <section class="panel" aria-labelledby="memory">
      <h2 id="memory">{ui.m.dossier.memory}</h2>
      {dossiers.length + discards.length + projects.length + earlier.length === 0 && (
        <p class="soft">{ui.m.dossier.noMemory}</p>
      )}
      <ul class="lines">
        <MemoryLines ui={ui} memory={memory} />
        {earlier.map(({ topic, year, projectCount, municipalities, projects: winners }) => (
          <li>
            <code>{topic}</code>
            <span class="small soft">
              {' '}
              {year ?? ''} {ui.m.dossier.won(projectCount, municipalities)}
            </span>
            {winners.slice(0, 3).map(({ acronym, url, partners }) => (
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
