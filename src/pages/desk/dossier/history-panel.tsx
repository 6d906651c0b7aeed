import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import { nameOf } from '../parts.tsx';
import { reasonWords } from '../reason-words.ts';
import type { PanelProps } from './panel.ts';

/** Where it went, by whom, when, why. */
export const HistoryPanel = ({ ui, view }: PanelProps) => {
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{ui.m.dossier.history}</h2>
      <ul class="lines">
        {view.events.toReversed().map(({ to, by, at, reason }) => (
          <li>
            {STATE_LABELS[to][ui.lang]}
            <span class="small soft">
              {' · '}
              {nameOf(ui, view.names, by)} · {ui.f.moment(at)}
              {reason !== null && ` · «${reasonWords(ui, reason)}»`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
