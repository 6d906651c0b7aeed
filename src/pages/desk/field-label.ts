import { ESR_CRITERIA } from '../../domain/desk/dossier/outcome.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Ui } from '../ui.ts';

type Words = Pick<Ui, 'm' | 'lang'>;

/** The same field name means different things in different rooms: `kind` is a vote's, an outcome's, a body's. */
function ofRoom({ m }: Words, room: string): Readonly<Record<string, string>> {
  const rooms: Record<string, Record<string, string>> = {
    passi: { reasonCode: m.triage.reason },
    triage: { reasonCode: m.triage.reason },
    esito: { kind: m.dossier.outcome },
    parere: { kind: m.dossier.opinion, sitting: m.board.sitting },
    soci: { kind: m.members.kind, pic: m.members.pic, lear: m.members.lear, contact: m.members.contact },
    interventi: { kind: m.dossier.talkKind },
    risposta: { kind: m.requests.answer, text: m.requests.answerText },
    richieste: { role: m.requests.role, contact: m.requests.contact },
    obiettivi: { text: m.today.objectiveText, dueOn: m.dossier.deadline },
    collegiale: { text: m.review.dissentText, criterion: m.review.criterion, value: m.review.value },
    sedute: { on: m.board.day, at: m.board.day },
    adesioni: { act: m.board.actNumber, state: m.board.answer },
    avviso: { text: m.notices.text },
    offerta: { role: m.dossier.role, note: m.dossier.note },
    accedi: { name: m.access.yourName, email: m.access.email },
    ruoli: { role: m.people.role, body: m.people.bodyOfRole, directorate: m.people.directorate },
    persone: { list: m.people.list },
  };
  return rooms[room] ?? {};
}

function everywhere({ m, lang }: Words): Readonly<Record<string, string>> {
  const { dossier, board, requests, members, review, today, triage, offers, notices, projects } = m;
  return {
    ...{ title: dossier.callTitle, programme: dossier.programme, link: dossier.link, deadlineOn: dossier.deadline },
    ...{ note: dossier.note, expectedText: dossier.expectedWhen, source: dossier.source, owner: dossier.owner },
    ...{ role: dossier.role, shareEur: dossier.share, directorate: dossier.directorate, groups: dossier.groups },
    ...{ interestClosesOn: dossier.interestUntil, submissionReference: dossier.submissionReference },
    ...{ bodyId: dossier.body, name: dossier.outsiderName, lead: dossier.leadQuestion, contact: dossier.contact },
    ...{ competences: dossier.competences, effortMonths: dossier.effort, ownFundsEur: dossier.ownFunds },
    ...{
      confidentiality: dossier.confidentiality,
      text: dossier.write,
      topicKey: dossier.call,
      done: dossier.doneHead,
    },
    ...{ decidedOn: dossier.decidedOn, total: dossier.totalPoints, totalThreshold: dossier.totalThreshold },
    ...{ rank: dossier.rankLabel, proposals: dossier.proposals, comments: dossier.esrComments },
    ...{ lessonLearnt: dossier.lesson, scores: dossier.esrValue, roles: notices.roles, closesOn: notices.closesOn },
    ...{ kind: board.kind, on: board.day, hour: board.hour, place: board.place, dossiers: board.agenda },
    ...{ agenda: board.agenda, otherBusiness: board.otherBusiness, members: board.members, president: board.president },
    ...{ present: board.present, proxies: board.proxyTo, member: board.member, voice: board.vote, seat: board.voices },
    ...{ reasons: board.reasons, conditions: board.conditions, code: board.contraryCode, sitting: board.sitting },
    ...{ reasonCode: board.contraryCode, ownFundsCeilingEur: board.ceiling, differenceReason: board.difference },
    ...{ withoutQuorumReason: board.withoutQuorum, watchUntil: board.watchUntil, pic: board.pic, lear: board.lear() },
    ...{ actType: board.actType, actNumber: board.actNumber, actDate: board.actDate, state: board.answer },
    ...{ protocolNumber: board.protocol, protocolledOn: board.day, reason: m.desk.why, value: review.value },
    ...{ organisation: requests.organisation, email: requests.email, topicText: requests.topic },
    ...{ askerBodyId: requests.askerBody, leadBodyId: requests.leadBody, receivedOn: board.day },
    ...{ replyBy: requests.replyByLabel, registerNumber: requests.register, replyTemplate: requests.template },
    ...{ admittedOn: members.admittedOn, sittingId: members.sitting, genderEqualityPlan: members.gep },
    ...{ leftOn: members.leftOn, nextMeetingOn: today.nextMeeting, plan: today.planLabel, dueOn: board.conditionDue },
    ...{ keys: dossier.call, decision: triage.decide, pillars: triage.rightPillars, key: dossier.call },
    ...{ readers: review.appointReaders, substituteFor: review.appoint, declaration: review.declaration },
    ...{ criterion: review.criterion, paper: offers.paste, author: offers.author, person: requests.contact },
    ...{ cities: offers.cities, contactName: offers.contactName, contactEmail: offers.contactEmail },
    ...{ acronym: projects.acronym, grantAgreement: projects.grant, startsOn: projects.startsOn },
    ...{ endsOn: projects.endsOn, staffMonthsPerYear: projects.staff, sites: projects.sites },
    ...{ activities: projects.activities, bodies: projects.bodies, contributionEur: projects.contribution },
    ...{ group: m.people.group, confirm: m.profile.eraseConfirm, list: m.people.list },
    ...{ association: m.firstHour.association, city: m.firstHour.city },
    ...Object.fromEntries(PILLARS.map((pillar) => [pillar, PILLAR_LABELS[pillar][lang]])),
    ...{ url: m.webhooks.url, events: m.webhooks.events, partner: m.webhooks.partner },
    ...{ answer: board.answer, restsOn: board.restsOn, intent: review.deliver },
  };
}

/** Its form had it hidden: the page is old, or was tampered with. */
const HIDDEN = new Set([
  'version',
  'stage',
  'step',
  'item',
  'format',
  'offerId',
  'interestId',
  'placeId',
  'reviewId',
  'deadlineId',
  'next',
  'id',
]);
export const isHidden = (field: string): boolean => HIDDEN.has(lastName(field));

/** A field as its page labels it; `room` is the last word of the form's address. Null where nobody has named it. */
export function fieldLabel(words: Words, room: string, field: string): string | null {
  const last = lastName(field);
  const named = ofRoom(words, room)[last] ?? everywhere(words)[last] ?? null;
  return withPlace(words, field.split('.'), named);
}

/** Which of several: the second reason, the points of the impact. */
function withPlace({ m }: Words, [first = '', second = '', third]: readonly string[], label: string | null) {
  const number = Number.parseInt(second, 10) + 1;
  if (first === 'reasons' && third === 'text') return `${m.board.reasonNumber(number)}, ${m.board.reasonText}`;
  if (first === 'reasons' && third !== undefined) return `${m.board.reasonNumber(number)}, ${label}`;
  if (first === 'conditions' && third !== undefined) {
    const parts: Record<string, string> = {
      text: m.board.conditionText,
      owner: m.board.conditionOwner,
      dueOn: m.board.conditionDue,
    };
    return `${m.board.conditionNumber(number)}, ${parts[third] ?? label}`;
  }
  const criterion = ESR_CRITERIA.find((each) => each === second);
  if (first !== 'scores' || criterion === undefined) return label;
  const points: Record<string, string> = {
    value: m.dossier.esrValue,
    threshold: m.dossier.esrThreshold,
    max: m.dossier.esrMax,
  };
  return `${m.dossier.esr[criterion]}, ${points[third ?? ''] ?? m.dossier.esrValue}`;
}

/** `groups.0` is one of the groups. */
const lastName = (field: string): string =>
  field
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? field;
