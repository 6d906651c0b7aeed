import type { Recalled } from '../../services/desk/recall.ts';
import { MemoryLines } from '../desk/memory-lines.tsx';
import type { Ui } from '../ui.ts';

/** What we decided before on calls of this family, and why; who won them stands in the panel below. */
export const MemoryPanel = ({ ui, memory }: { ui: Ui; memory: Recalled }) => {
  const nothing = memory.dossiers.length + memory.discards.length + memory.projects.length === 0;
  return (
    <section class="panel" aria-labelledby="h-memory">
      <h2 id="h-memory">{ui.m.dossier.memory}</h2>
      {nothing ? (
        <p class="soft">{ui.m.dossier.noMemory}</p>
      ) : (
        <ul class="lines">
          <MemoryLines ui={ui} memory={memory} />
        </ul>
      )}
    </section>
  );
};
