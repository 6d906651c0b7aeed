import { WEBHOOK_EVENTS } from '../../domain/webhook.ts';
import type { UrlProblem } from '../../domain/webhook-url.ts';
import { Field } from '../access/forms.tsx';
import type { Ui } from '../ui.ts';

export interface EndpointValues {
  url: string;
  events: readonly string[];
}

export interface EndpointFault {
  url?: UrlProblem | undefined;
  events?: boolean;
}

/** Where to knock and what for; the same for a new endpoint and a known one. */
export const EndpointFields = ({ ui, values, fault }: { ui: Ui; values: EndpointValues; fault: EndpointFault }) => {
  const {
    m: { webhooks },
  } = ui;
  return (
    <>
      <Field
        name="url"
        label={webhooks.url}
        value={values.url}
        help={webhooks.urlHelp}
        fault={fault.url === undefined ? undefined : webhooks.urlFault[fault.url]}
        maxlength={500}
        required
      />
      <fieldset aria-describedby={fault.events === true ? 'events-help' : undefined}>
        <legend>{webhooks.events}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <p>
            <label>
              <input type="checkbox" name="events[]" value={event} checked={values.events.includes(event)} />{' '}
              <code>{event}</code> {webhooks.event[event]}
            </label>
          </p>
        ))}
        {fault.events === true && (
          <span class="help bad" id="events-help">
            {webhooks.eventsFault}
          </span>
        )}
      </fieldset>
    </>
  );
};
