import type { Ui } from '../ui.ts';

/** On, or off and why. */
export const StateWord = ({
  ui,
  endpoint: { disabledAt, disabledFor },
}: {
  ui: Ui;
  endpoint: { disabledAt: string | null; disabledFor: 'hand' | 'gone' | null };
}) => (
  <span class={`state ${disabledAt === null ? 'done ok' : ''}`}>
    {ui.m.webhooks.states[disabledAt === null ? 'on' : (disabledFor ?? 'hand')]}
  </span>
);
