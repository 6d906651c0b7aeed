import { ROUTE_LABELS, STATE_LABELS, VOICE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { DossierView } from '../../../services/desk/dossier-view.ts';
import type { SittingPack } from '../../../services/desk/sitting-pack.ts';
import { programmeName } from '../../components/topic-row.tsx';
import type { Paper } from '../../paper/paper.ts';
import type { Words } from '../../ui.ts';
import { nameOf } from '../parts.tsx';
import { criteriaTable } from './paper-parts.ts';
import { itemTitle } from './sitting-page.tsx';

/** What a board takes to its table: the convocation with the agenda, then a sheet for each dossier, as its reader may see it. */
export function drawSittingPack(paper: Paper, words: Words, pack: SittingPack, association: string): void {
  drawConvocation(paper, words, pack, association);
  for (const { item, view } of pack.sheets) {
    paper.nextPage();
    paper.heading(1, `${item.id}. ${itemTitle(words, item)}`);
    if (view === null) paper.paragraph(words.m.board.notReadable);
    else drawSheet(paper, words, view, pack.bodies);
  }
}

function drawConvocation(paper: Paper, words: Words, { sitting, names }: SittingPack, association: string): void {
  const { m, f } = words;
  paper.paragraph(association, { soft: true, size: 9 });
  paper.heading(1, `${m.board.convocation}: ${m.board.kinds[sitting.kind]}`);
  paper.paragraph(m.board.convokes[sitting.kind](f.moment(sitting.at)));
  if (sitting.place !== null) paper.paragraph(`${m.board.place}: ${sitting.place}`);
  paper.paragraph(m.board.convenedBy(nameOf(words, names, sitting.convenedBy), f.day(sitting.convenedAt)));
  paper.heading(2, m.board.agenda);
  for (const item of sitting.agenda) paper.paragraph(`${item.id}. ${itemTitle(words, item)}`);
  paper.heading(2, m.board.members);
  paper.list(
    sitting.members.map(
      ({ personId, president }) => `${nameOf(words, names, personId)}${president ? ` (${m.board.president})` : ''}`,
    ),
  );
}

function drawSheet(paper: Paper, words: Words, view: DossierView, bodies: ReadonlyMap<string, string>): void {
  drawFacts(paper, words, view);
  drawRequests(paper, words, view);
  drawInterest(paper, words, view, bodies);
  drawReview(paper, words, view);
  drawVoices(paper, words, view);
  drawTalk(paper, words, view);
}

function drawFacts(paper: Paper, words: Words, { row, names }: DossierView): void {
  const { m, f, lang } = words;
  const unknown = m.frame.unknown;
  const route = row.route === null || row.state === 'in-short-route' ? '' : `, ${ROUTE_LABELS[row.route][lang]}`;
  paper.facts([
    [m.dossier.callTitle, { text: row.title, lang: row.topicKey === null ? lang : 'en' }],
    [m.dossier.call, [row.topicKey, programmeName(row.programme, lang)].filter(Boolean).join(', ') || unknown],
    [m.dossier.deadline, row.deadlineAt === null ? m.topics.deadlineUnknown : f.deadline(row.deadlineAt)],
    [m.dossier.state, `${STATE_LABELS[row.state][lang]}${route}`],
    [m.dossier.role, row.role === null ? m.dossier.roleOpen : ROLE_LABELS[row.role][lang]],
    [m.dossier.share, row.shareEur === null ? unknown : f.money(row.shareEur)],
    [m.dossier.directorate, row.directorate ?? unknown],
    [m.dossier.owner, nameOf(words, names, row.ownerId)],
  ]);
}

function drawRequests(paper: Paper, { m, f, lang }: Words, { requests }: DossierView): void {
  if (requests.length === 0) return;
  paper.heading(2, m.requests.title);
  paper.list(
    requests.map(({ asker, role, replyBy }) =>
      [asker.organisation, ROLE_LABELS[role][lang], replyBy === null ? null : m.requests.replyBy(f.day(replyBy))]
        .filter((each) => each !== null)
        .join(' · '),
    ),
  );
}

function drawInterest(
  paper: Paper,
  { m, lang }: Words,
  { interests }: DossierView,
  bodies: ReadonlyMap<string, string>,
): void {
  paper.heading(2, m.dossier.interest);
  if (interests.length === 0) paper.paragraph(m.dossier.noInterest);
  paper.list(
    interests.map((each) => {
      if (each.view === 'anonymous') return m.dossier.reservedBody;
      const { bodyId, role, lead } = each.view === 'full' ? each.interest : each;
      return `${bodies.get(bodyId) ?? bodyId} · ${lead ? m.dossier.wouldLead : ROLE_LABELS[role][lang]}`;
    }),
  );
}

function drawReview(paper: Paper, words: Words, { review, row, names }: DossierView): void {
  if (row.route === 'short') return;
  const { m, f } = words;
  paper.heading(2, m.review.collegial);
  if (review.result === null) {
    paper.paragraph(m.review.notYetOpen);
    return;
  }
  criteriaTable(paper, words, review.result.lines);
  const { total, band } = review.result;
  paper.paragraph(total === null ? m.review.noTotal : m.review.total(f.whole(total)));
  if (band !== null) paper.paragraph(m.review.band(m.desk.opinionKinds[band]));
  if (review.quorum !== null) paper.paragraph(m.review.quorum(review.quorum.delivered, review.quorum.needed));
  for (const { by, text } of review.dissents)
    paper.paragraph(`${m.review.dissentOf(nameOf(words, names, by))} ${text}`);
}

function drawVoices(paper: Paper, words: Words, { voices, names }: DossierView): void {
  if (voices.length === 0) return;
  const { m, lang } = words;
  paper.heading(2, m.board.voices);
  paper.facts(
    voices.map(({ seat, by, voice }) => [
      `${m.board.seats[seat]}: ${nameOf(words, names, by)}`,
      VOICE_LABELS[voice][lang],
    ]),
    0.6,
  );
}

/** Facts and open questions; what is a judgement stays on the page, where it can be answered. */
function drawTalk(paper: Paper, words: Words, { comments, names }: DossierView): void {
  const facts = comments.filter(({ kind }) => kind === 'fact');
  if (facts.length === 0) return;
  paper.heading(2, words.m.board.openQuestions);
  paper.list(facts.map(({ by, text }) => `${nameOf(words, names, by)}: ${text}`));
}
