import { z } from 'zod';
import { type Check, list, someOpportunity } from './ask.ts';
import { type Ask, demand } from './server.ts';

/** What a server adds of its own says what it is. */
export const FIELD_CHECKS: readonly Check[] = [
  { name: 'custom-fields-hold-their-types', run: checkCustomFields },
  { name: 'custom-field-schemas-are-served', run: checkSchemas },
  {
    name: 'custom-status-is-named',
    async run(ask) {
      for (const { id, status } of (await list(ask)).items)
        demand(
          status.value !== 'custom' || status.customValue !== undefined,
          `${id}: a custom status without its customValue`,
        );
    },
  },
];

async function checkCustomFields(ask: Ask): Promise<void> {
  for (const { id, customFields = {} } of (await list(ask)).items) {
    for (const [key, { fieldType, value }] of Object.entries(customFields))
      demand(TYPES[fieldType](value), `${id}: customFields.${key} is no ${fieldType}: ${JSON.stringify(value)}`);
  }
}

const TYPES = {
  string: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  integer: (value: unknown) => Number.isInteger(value),
  boolean: (value: unknown) => typeof value === 'boolean',
  array: (value: unknown) => Array.isArray(value),
  object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** A link to a schema must lead to one that says the field's type; its path must lie outside the protocol's prefix. */
async function checkSchemas(ask: Ask): Promise<void> {
  const { customFields = {} } = await someOpportunity(ask);
  for (const [key, { schema, fieldType }] of Object.entries(customFields)) {
    if (schema === undefined) continue;
    const { pathname } = new URL(schema);
    demand(!pathname.startsWith('/common-grants/'), `${key}: its schema stands under the protocol's prefix`);
    const answer = await ask(pathname);
    demand(answer.status === 200, `${key}: its schema answers ${answer.status}`);
    const served = z.object({ type: z.string() }).safeParse(await answer.json().catch(() => null));
    demand(served.success && served.data.type === fieldType, `${key}: its schema does not say ${fieldType}`);
  }
}
