import type { DossierState } from '../../../domain/desk/dossier/state.ts';
import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import type { DossierView } from '../../../services/desk/dossier-view.ts';
import type { Ui } from '../../ui.ts';

const ORDINARY: readonly DossierState[] = [
  'assigned',
  'gathering-interest',
  'in-review',
  'collegial-evaluation',
  'favourable',
  'in-preparation',
  'submitted',
  'funded',
];
const SHORT: readonly DossierState[] = [
  'assigned',
  'gathering-interest',
  'in-short-route',
  'favourable',
  'in-preparation',
  'submitted',
  'funded',
];

/** The way so far, with its days, and the usual way on. */
export const Stepper = ({ ui, view }: { ui: Ui; view: DossierView }) => {
  const { row, events } = view;
  const usual = row.route === 'short' ? SHORT : ORDINARY;
  const past = [
    { state: 'found' as DossierState, at: row.openedOn },
    ...events.map(({ to, at }) => ({ state: to, at })),
  ];
  // A long way with returns is told in full below; here its last places suffice.
  const shown = past.slice(-6);
  const here = usual.indexOf(row.state);
  const ahead = here < 0 ? [] : usual.slice(here + 1);
  return (
    <section class="panel" aria-label={ui.m.dossier.way}>
      <ol class="steps" tabindex={0}>
        {shown.map(({ state, at }, place) => (
          <li
            class={place < shown.length - 1 ? 'past' : undefined}
            aria-current={place === shown.length - 1 ? 'step' : undefined}
          >
            <b>{STATE_LABELS[state][ui.lang]}</b> {ui.f.tinyDay(at)}
          </li>
        ))}
        {ahead.map((state) => (
          <li>
            <b>
              {state === 'favourable'
                ? ui.m.dossier.opinion.toLowerCase()
                : state === 'funded'
                  ? ui.m.dossier.outcome.toLowerCase()
                  : STATE_LABELS[state][ui.lang]}
            </b>
          </li>
        ))}
      </ol>
    </section>
  );
};
