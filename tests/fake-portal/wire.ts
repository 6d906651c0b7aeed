import type { FakeTopic } from './catalogue.ts';

/** A catalogue entry as the portal's search would write it: every metadata value an array of strings (PORTAL-CONTRACT §2.5). */
export interface WireRow {
  reference: string;
  language: string;
  metadata: Record<string, unknown>;
  [field: string]: unknown;
}

const TYPES = { topic: '1', cascade: '8', external: '2' } as const;

export function toRow(topic: FakeTopic): WireRow {
  const metadata = {
    ...commonFields(topic),
    ...(topic.kind === 'topic' ? topicFields(topic) : callFields(topic)),
    ...topic.extra,
  };
  return {
    apiVersion: '2.155',
    reference: topic.reference,
    url: `https://portal.invalid/${topic.identifier}`,
    title: null,
    contentType: 'text/plain',
    language: topic.language,
    databaseLabel: 'SEDIA',
    database: 'SEDIA',
    summary: topic.title,
    weight: 4,
    groupById: '2',
    accessRestriction: false,
    checksum: 'FAKE',
    metadata,
  };
}

function commonFields(topic: FakeTopic): Record<string, unknown> {
  return {
    type: [TYPES[topic.kind]],
    identifier: [topic.identifier],
    title: [topic.title],
    callIdentifier: [topic.callIdentifier],
    callTitle: [topic.callTitle],
    status: [topic.status],
    language: [topic.language],
    DATASOURCE: [topic.datasource],
    frameworkProgramme: [topic.programme],
    startDate: [midnight(topic.opensOn)],
    es_SortDate: [midnight(topic.opensOn)],
    deadlineModel: [topic.model],
    keywords: [...topic.keywords, topic.identifier],
    esDA_IngestDate: ['2026-11-20T04:00:00.000+0000'],
  };
}

function topicFields(topic: FakeTopic): Record<string, unknown> {
  const fields = {
    ccm2Id: [String(topic.number)],
    callccm2Id: ['70000001'],
    deadlineDate: topic.deadlines.map(midnight),
    typesOfAction: [topic.actionType],
    programmeDivision: [topic.programme, '43121068'],
    actions: [JSON.stringify(actionsOf(topic))],
  };
  if (topic.bare) return fields;
  return {
    ...fields,
    descriptionByte: [topic.description],
    topicConditions: [topic.conditions],
    budgetOverview: [JSON.stringify(budgetOf(topic))],
  };
}

function callFields(topic: FakeTopic): Record<string, unknown> {
  return {
    ...(topic.kind === 'cascade' ? { callccm2Id: [String(44_000_000 + topic.number)] } : {}),
    deadlineDate: topic.deadlines.map((day) => `${day}T17:00:00.000+0000`),
    description: [topic.description],
    budget: [String(topic.budgetEur)],
    currency: ['EUR'],
  };
}

export function actionsOf(topic: FakeTopic) {
  return [
    {
      types: [{ typeOfAction: topic.actionType, typeOfMGA: [] }],
      status: { id: Number(topic.status), abbreviation: 'Open', description: 'Open' },
      plannedOpeningDate: topic.opensOn,
      submissionProcedure: { id: topic.model === 'two-stage' ? 31094505 : 31094504, abbreviation: topic.model },
      deadlineDates: topic.deadlines,
    },
  ];
}

export function budgetOf(topic: FakeTopic) {
  const line = {
    action: `${topic.identifier} - ${topic.actionType}`,
    expectedGrants: 2,
    minContribution: topic.budgetEur / 4,
    maxContribution: topic.budgetEur / 2,
    budgetYearMap: { '2027': String(topic.budgetEur) },
    plannedOpeningDate: topic.opensOn,
    deadlineModel: topic.model,
    deadlineDates: topic.deadlines,
  };
  return { budgetYearsColumns: ['2027'], budgetTopicActionMap: { [String(topic.number)]: [line] } };
}

export function toDetails(topic: FakeTopic) {
  return {
    TopicDetails: {
      type: 1,
      ccm2Id: topic.number,
      identifier: topic.identifier,
      title: topic.title,
      callIdentifier: topic.callIdentifier,
      callTitle: topic.callTitle,
      callccm2Id: 70_000_001,
      frameworkProgramme: { id: Number(topic.programme), abbreviation: 'HORIZON', description: 'Horizon' },
      programmeDivision: [],
      keywords: topic.keywords,
      actions: actionsOf(topic),
      budgetOverviewJSONItem: budgetOf(topic),
      description: topic.description,
      conditions: topic.conditions,
    },
  };
}

export function toBulkItem(topic: FakeTopic) {
  const milliseconds = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return {
    type: 1,
    ccm2Id: topic.number,
    identifier: topic.identifier,
    title: topic.title,
    plannedOpeningDateLong: milliseconds(topic.opensOn),
    deadlineDatesLong: topic.deadlines.map(milliseconds),
    status: { id: Number(topic.status), abbreviation: 'Open', description: 'Open' },
    frameworkProgramme: { id: Number(topic.programme), abbreviation: 'HORIZON', description: 'Horizon' },
    deadlineModel: {},
  };
}

const midnight = (day: string): string => `${day}T00:00:00.000+0000`;
