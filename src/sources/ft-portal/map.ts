import type { TopicDraft } from '../../domain/topic.ts';
import { Notes } from '../../normalise/notes.ts';
import type { Mapped } from '../source.ts';
import { readBudgetOverview } from './budget-overview.ts';
import type { Facts } from './facts.ts';
import { aliasesOf, keyOf, pageUrl } from './identity.ts';
import { mapRounds } from './map-rounds.ts';
import { mapActionTypes, mapKeywords, mapLine, mapProgramme, mapStatus, mapTitle } from './map-words.ts';
import { type Action, actionsSchema } from './payload.ts';
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
  const actions = readActions(facts.actions, notes);
  const budget = readBudgetOverview(facts.budgetOverview, notes);
  const isCascade = facts.kind === 'cascade';
  return {
    key: keyOf(facts),
    kind: facts.kind,
    identifier: facts.identifier,
    reference: facts.reference,
    ...mapTitle(facts, notes),
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

function readActions(raw: unknown, notes: Notes): Action[] {
  if (raw === null || raw === undefined) return [];
  const actions = actionsSchema.safeParse(raw);
  if (!actions.success) notes.add('unreadable-field', 'actions: not the shape that we know', raw);
  return actions.data ?? [];
}
