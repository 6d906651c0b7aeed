import { ROUTE_LABELS, VOICE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { isCityRole } from '../../../domain/partner.ts';
import type { ReadMinutes } from '../../../services/desk/read-minutes.ts';
import { programmeName } from '../../components/topic-row.tsx';
import type { Paper } from '../../paper/paper.ts';
import type { Words } from '../../ui.ts';
import { stepWord } from '../desk-error.tsx';
import { nameOf } from '../parts.tsx';
import { codeOf, criteriaTable } from './paper-parts.ts';
import { tallyWords } from './tally-words.ts';

type Part = { paper: Paper; words: Words; read: ReadMinutes };

/** The minutes as the secretary and the president sign them: what the page says, from the same sealed JSON. */
export function drawMinutes(paper: Paper, words: Words, read: ReadMinutes, association: string): void {
  const part = { paper, words, read };
  const { m } = words;
  paper.paragraph(association, { soft: true, size: 9 });
  paper.heading(1, m.board.minutesTitle(read.row.number));
  drawProtocol(part);
  drawVerdict(part);
  drawCall(part);
  drawReasons(part);
  drawCriteria(part);
  drawVoices(part);
  drawConflicts(part);
  drawConditions(part);
  const name = (id: string | null) => nameOf(words, read.names, id);
  paper.signatures([
    m.board.signSecretary(name(read.minutes.keptBy)),
    m.board.signPresident(name(read.minutes.opinion.confirmed?.by ?? null)),
  ]);
  drawPrints(part);
}

/** Where the protocol office writes or stamps; the number itself where it was given before the paper was made. */
function drawProtocol({ paper, words: { m, f }, read: { row } }: Part): void {
  const number = row.paper?.protocolNumber ?? '______________________';
  const day = row.paper?.protocolledOn == null ? '____ / ____ / ________' : f.day(row.paper.protocolledOn);
  paper.paragraph(m.board.protocolField(number, day));
}

function drawVerdict({ paper, words, read: { minutes } }: Part): void {
  const { m, f, lang } = words;
  const { opinion, route, tally } = minutes;
  const below = [
    opinion.role !== null && isCityRole(opinion.role) ? ROLE_LABELS[opinion.role][lang] : null,
    opinion.ownFundsCeilingEur === null ? null : `${m.board.ceiling}: ${f.money(opinion.ownFundsCeilingEur)}`,
    tally === null ? null : tallyWords(words, tally),
    opinion.code === null ? null : stepWord(words, opinion.code.code),
    opinion.watchUntil === null ? null : `${m.board.watchUntil} ${f.day(opinion.watchUntil)}`,
  ];
  paper.frame(
    [
      m.dossier.opinion,
      ROUTE_LABELS[route][lang],
      ...(opinion.confirmed === null ? [] : [f.day(opinion.confirmed.at)]),
    ].join(' · '),
    m.desk.opinionKinds[opinion.kind],
    below.filter((each) => each !== null).join(' · '),
  );
}

function drawCall({ paper, words: { m, f, lang }, read: { minutes } }: Part): void {
  const { call } = minutes;
  const deadlines = call.deadlines.map((at) => f.deadline(at)).join('; ');
  paper.heading(2, m.dossier.call);
  paper.facts([
    [m.dossier.callTitle, { text: call.title, lang: 'en' }],
    [m.dossier.programme, `${programmeName(call.programme, lang)}, ${codeOf(call)}`],
    [m.dossier.deadline, deadlines || m.topics.deadlineUnknown],
    [m.board.readOn, f.moment(call.readAt)],
  ]);
}

function drawReasons({ paper, words: { m }, read: { minutes } }: Part): void {
  const { reasons, differenceReason, withoutQuorumReason } = minutes.opinion;
  paper.heading(2, m.board.reasons);
  for (const { text } of reasons) paper.paragraph(text);
  if (differenceReason !== null) paper.paragraph(m.board.differs(differenceReason));
  if (withoutQuorumReason !== null) paper.paragraph(m.board.noQuorum(withoutQuorumReason));
}

function drawCriteria({ paper, words, read: { minutes } }: Part): void {
  const { collegial, quorum } = minutes;
  if (collegial === null) return;
  const { m, f } = words;
  paper.heading(2, m.review.collegial);
  criteriaTable(paper, words, collegial.lines);
  const total = collegial.total === null ? m.review.noTotal : m.review.total(f.whole(collegial.total));
  paper.paragraph(quorum === null ? total : `${total} ${m.review.quorum(quorum.delivered, quorum.needed)}.`);
}

function drawVoices({ paper, words, read: { minutes, names, ratification } }: Part): void {
  const { m, f, lang } = words;
  const { sitting, votes, voices, dissents } = minutes;
  const name = (id: string) => nameOf(words, names, id);
  paper.heading(2, m.board.voices);
  if (sitting !== null) {
    paper.paragraph(
      `${m.board.sittingOf(f.moment(sitting.at))} (${m.board.kinds[sitting.kind]}). ${m.board.present}: ${sitting.present.map(name).join(', ')}.`,
    );
    for (const { from, to } of sitting.proxies) paper.paragraph(m.board.proxyOf(name(from), name(to)));
    if (sitting.kind !== 'meeting') paper.paragraph(m.board.ratifications[ratification?.state ?? 'pending']);
  }
  paper.facts(
    [
      ...votes.map(({ member, voice }) => [name(member), VOICE_LABELS[voice][lang]] as const),
      ...voices.map(
        ({ seat, by, voice }) => [`${m.board.seats[seat]}: ${name(by)}`, VOICE_LABELS[voice][lang]] as const,
      ),
    ],
    0.6,
  );
  for (const { by, text } of dissents) paper.paragraph(`${m.review.dissentOf(name(by))} ${text}`);
}

function drawConflicts({ paper, words, read: { minutes, names } }: Part): void {
  const { m, f } = words;
  paper.heading(2, m.board.conflicts);
  if (minutes.conflicts.length === 0) paper.paragraph(m.board.noConflicts);
  for (const { person, at, deliveredAt } of minutes.conflicts)
    paper.paragraph(m.board.conflictOf(nameOf(words, names, person), f.day(at), deliveredAt !== null));
}

function drawConditions({ paper, words, read: { minutes, names, bodies } }: Part): void {
  const { m, f } = words;
  const { conditions } = minutes.opinion;
  if (conditions.length === 0) return;
  paper.heading(2, m.board.conditions);
  paper.table(
    [
      { head: m.board.conditionText, share: 5 },
      { head: m.board.conditionOwner, share: 3 },
      { head: m.board.conditionDue, share: 2 },
    ],
    conditions.map(({ text, owner, dueOn }) => [
      text,
      owner.kind === 'person' ? nameOf(words, names, owner.id) : (bodies.get(owner.id) ?? owner.id),
      f.day(dueOn),
    ]),
  );
}

function drawPrints({ paper, words: { m }, read: { row, minutes } }: Part): void {
  paper.heading(3, m.board.prints);
  const small = { size: 8, soft: true };
  paper.paragraph(`${m.board.callPrint}: ${minutes.call.hash}`, small);
  paper.paragraph(`${m.board.previousPrint}: ${row.previousHash}`, small);
  paper.paragraph(`${m.board.ownPrint}: ${row.hash}`, small);
}
