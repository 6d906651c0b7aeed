import type { TopicDraft } from '../../domain/topic.ts';
import { Notes } from '../../normalise/notes.ts';
import type { Mapped } from '../source.ts';
import type { Facts } from './facts.ts';
import { aliasesOf, keyOf, pageUrl } from './identity.ts';
import { mapRounds } from './map-rounds.ts';
import { mapActionTypes, mapKeywords, mapLine, mapProgramme, mapStatus, mapTitle } from './map-words.ts';
import { actionsSchema, budgetOverviewSchema } from './payload.ts';
import { readDocuments, subjectOf, type TopicDocuments } from './read-documents.ts';
import { sectionsOf } from './sections.ts';

/**
 * A call as its documents tell it. What cannot be read is null or empty and an issue; documents that hold no call give no
 * draft; nothing is thrown.
 */
export function mapTopic(documents: TopicDocuments): Mapped {
  const notes = new Notes(subjectOf(documents));
  const facts = readDocuments(documents, notes);
  return { draft: facts === null ? null : draftOf(facts, notes), issues: notes.issues };
}

function draftOf(facts: Facts, notes: Notes): TopicDraft {
  const sections = sectionsOf(facts.texts, facts.kind, notes);
  const actions = readShape(actionsSchema, facts.actions, 'actions', notes) ?? [];
  const budget =
    readShape(budgetOverviewSchema, facts.budgetOverview, 'budgetOverview', notes)?.budgetTopicActionMap ?? [];
  const isCascade = facts.kind === 'cascade';
  return {
    key: keyOf(facts),
    kind: facts.kind,
    identifier: facts.identifier,
    reference: facts.reference,
    title: mapTitle(facts, notes),
    programme: mapProgramme(facts, notes),
    callIdentifier: facts.callIdentifier,
    // The call title of a cascade call is its own title, and says nothing of a parent.
    callTitle: isCascade ? null : mapLine(facts.callTitle),
    parentIdentifier: isCascade && facts.identifier !== facts.reference ? facts.identifier : null,
    url: pageUrl(facts),
    stated: mapStatus(facts, notes),
    typesOfAction: mapActionTypes(facts, actions, notes),
    keywords: mapKeywords(facts),
    programmeParts: [...new Set(facts.divisions)],
    rounds: mapRounds(facts, { actions, budget, sections }, notes),
    sections,
    aliases: aliasesOf(facts),
  };
}

interface Shape<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

function readShape<Value>(shape: Shape<Value>, raw: unknown, field: string, notes: Notes): Value | null {
  if (raw === null || raw === undefined) return null;
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  notes.add('unreadable-field', `${field}: not the shape that we know`, raw);
  return null;
}
