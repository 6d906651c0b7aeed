import { WEBHOOK_EVENTS } from '../../domain/webhook.ts';
import { Field } from '../access/forms.tsx';
import type { Ui } from '../ui.ts';

export interface EndpointValues {
  url: string;
  events: readonly string[];
}

/** Where to knock and what for; the same for a new endpoint and a known one. */
export const EndpointFields = ({ ui, values }: { ui: Ui; values: EndpointValues }) => {
  const {
    m: { webhooks },
  } = ui;
  return (
    <>
      <Field name="url" label={webhooks.url} value={values.url} help={webhooks.urlHelp} maxlength={500} required />
      <fieldset>
        <legend>{webhooks.events}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <p>
            <label>
              <input type="checkbox" name="events[]" value={event} checked={values.events.includes(event)} />{' '}
              <code>{event}</code> {webhooks.event[event]}
            </label>
          </p>
        ))}
      </fieldset>
    </>
  );
};
