import type { OpportunityFacts } from './opportunity-facts.ts';

export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

export interface CustomField {
  name: string;
  fieldType: FieldType;
  value: unknown;
  schema: string;
  description: string;
}

interface Definition {
  description: string;
  fieldType: FieldType;
  /** JSON Schema of the value, served under `/common-grants-schemas/`. */
  schema: Record<string, unknown>;
  read(card: OpportunityFacts): unknown;
}

const text = (description: string, read: Definition['read']): Definition => ({
  description,
  fieldType: 'string',
  schema: { type: 'string' },
  read,
});
const strings = (description: string, read: Definition['read']): Definition => ({
  description,
  fieldType: 'array',
  schema: { type: 'array', items: { type: 'string' } },
  read,
});

/** EU facts that the protocol has no word for. Keys carry our namespace (ADR-0008 of the protocol). */
export const CUSTOM_FIELDS: Record<string, Definition> = {
  'eu.bandolo.identifier': text('Topic identifier of the EU Funding & Tenders Portal', (card) => card.identifier),
  'eu.bandolo.reference': text(
    'Reference of the portal, the key of cascade and external calls',
    (card) => card.reference,
  ),
  'eu.bandolo.kind': {
    description: 'Topic, cascade call or external-action call',
    fieldType: 'string',
    schema: { type: 'string', enum: ['topic', 'cascade', 'external'] },
    read: (card) => card.kind,
  },
  'eu.bandolo.programme': text('Abbreviation of the EU programme', (card) => card.programme),
  'eu.bandolo.callIdentifier': text('Identifier of the call that groups the topic', (card) => card.callIdentifier),
  'eu.bandolo.typesOfAction': strings('Types of action', (card) =>
    card.typesOfAction.length === 0 ? null : card.typesOfAction,
  ),
  'eu.bandolo.deadlineModel': text('Deadline model', (card) => card.rounds.at(-1)?.deadlineModel ?? null),
  'eu.bandolo.cityRelevance': {
    description: 'Relevance to a city, 0 to 1, calibrated',
    fieldType: 'number',
    schema: { type: 'number', minimum: 0, maximum: 1 },
    read: (card) => card.cityRelevance,
  },
  'eu.bandolo.primaryPillar': text('Smart-city pillar that would handle it', (card) => card.primaryPillar),
  'eu.bandolo.pillars': {
    description: 'Score of each smart-city pillar, 0 to 1',
    fieldType: 'object',
    schema: { type: 'object', additionalProperties: { type: 'number', minimum: 0, maximum: 1 } },
    read: (card) => card.pillars,
  },
};

export const schemaPath = (key: string): string => `/common-grants-schemas/${key}.json`;

/** Unknown values are left out: the protocol has no nulls. */
export function customFields(card: OpportunityFacts, baseUrl: string): Record<string, CustomField> {
  return Object.fromEntries(
    Object.entries(CUSTOM_FIELDS).flatMap(([key, { description, fieldType, read }]) => {
      const value = read(card);
      return value === null
        ? []
        : [[key, { name: key, fieldType, value, schema: `${baseUrl}${schemaPath(key)}`, description }]];
    }),
  );
}

/** The JSON Schema of a custom field's value, as a document of its own; null where there is no such field. */
export function customFieldSchema(key: string, baseUrl: string): Record<string, unknown> | null {
  const definition = Object.hasOwn(CUSTOM_FIELDS, key) ? CUSTOM_FIELDS[key] : undefined;
  if (definition === undefined) return null;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${baseUrl}${schemaPath(key)}`,
    title: key,
    description: definition.description,
    ...definition.schema,
  };
}
