import { TRANSITION_LABELS } from '../../../domain/desk/labels.ts';
import type { Localised } from '../../../domain/labels/localised.ts';
import { nameOf } from '../parts.tsx';
import { reasonWords } from '../reason-words.ts';
import type { PanelProps } from './panel.ts';

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
              {reason !== null && ` · «${reasonWords(ui, reason)}»`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
