import { REASON_CODES } from '../../../domain/desk/dossier/reason-code.ts';
import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import type { MutedCall } from '../../../services/desk/muted-calls.ts';
import type { TriageProposal } from '../../../services/desk/propose-triage.ts';
import type { Names } from '../../../services/desk/read-minutes.ts';
import type { StaffMember } from '../../../services/desk/staff.ts';
import type { TriageBoard, TriageCard } from '../../../services/desk/triage-board.ts';
import { CallLink } from '../../components/call-link.tsx';
import { CallsTabs } from '../../components/calls-tabs.tsx';
import { Layout } from '../../components/layout.tsx';
import { PillarName, pillarClass } from '../../components/pillar-mark.tsx';
import { programmeName } from '../../components/topic-row.tsx';
import { topicKey } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { stepWord } from '../desk-error.tsx';
import { desk } from '../links.ts';
import { Choice, Field, GroupBoxes, Head, nameOf, PostForm, peopleOptions, Submit } from '../parts.tsx';
import { MutedCalls } from './muted-calls.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  board: TriageBoard;
  staff: readonly StaffMember[];
  names: Names;
  /** Topics that somebody else decided meanwhile. */
  overtaken: readonly { key: string; by: string; step: string; at: string }[];
  mayDecide: boolean;
  /** What group members propose to this reader. */
  proposals: readonly TriageProposal[];
  muted: readonly MutedCall[];
}

/** *Prima selezione*: this week's dozen in one form, the queue and the apart lists below. */
export const TriagePage = ({ ui, shell, board, staff, names, overtaken, mayDecide, proposals, muted }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.triage.title} place="triage">
    <CallsTabs ui={ui} shell={shell} here="triage" />
    <Head
      ui={ui}
      title={ui.m.triage.title}
      lead={ui.m.triage.lead(board.totals.toJudge, board.judgedThisWeek, board.weeklyLimit)}
    />
    {overtaken.map(({ key, by, step, at }) => (
      <p class="note warn" role="status">
        <code>{key}</code>: {ui.m.desk.wasFirst(nameOf(ui, names, by), stepWord(ui, step), ui.f.moment(at))}
      </p>
    ))}
    <div class="stack">
      {board.toJudge.length === 0 ? (
        <p class="panel">{ui.m.triage.nothing}</p>
      ) : (
        <PostForm shell={shell} to={mayDecide ? desk.triageDecide : desk.triagePropose} class="judging" id="triage">
          <ol class="rows" data-keys="triage">
            {board.toJudge.map((item) => (
              <Row ui={ui} item={item} proposed={proposals} names={names} />
            ))}
          </ol>
          {mayDecide ? <Decision ui={ui} staff={staff} /> : <Proposal ui={ui} />}
        </PostForm>
      )}
      {board.toJudge.length > 0 && <Pillars ui={ui} shell={shell} items={board.toJudge} />}
      <Apart ui={ui} name="queue" items={board.queue} total={board.totals.queue} />
      <Apart ui={ui} name="onlyLetter" items={board.onlyLetter} total={board.totals.onlyLetter} />
      <Apart ui={ui} name="tooLate" items={board.tooLate} total={board.totals.tooLate} />
      <Recent ui={ui} shell={shell} board={board} names={names} mayDecide={mayDecide} />
      <MutedCalls ui={ui} shell={shell} calls={muted} />
    </div>
  </Layout>
);

interface RowProps {
  ui: Ui;
  item: TriageCard;
  proposed?: readonly TriageProposal[];
  names?: Names;
}

const Row = ({ ui, item, proposed = [], names = new Map() }: RowProps) => {
  const { card, pillars, reasons, bestRole, lastDayToStart, family, familySize, proposals } = item;
  const key = topicKey(card);
  return (
    <li class={`row triage ${pillarClass(pillars[0] ?? null)}`}>
      <label class="tick">
        <input type="checkbox" name="keys[]" value={key} id={`k-${key}`} />
        <span class="hide">{ui.m.triage.pick(card.title)}</span>
      </label>
      <div>
        <h2 class="call">
          <CallLink card={card} />
        </h2>
        <p class="meta">
          <code>{key}</code>
          <span>{programmeName(card.programme, ui.lang)}</span>
          {family !== null && familySize > 1 && <span>{ui.m.triage.family(family, familySize)}</span>}
        </p>
        <p class="acts">
          {pillars.map((pillar) => (
            <PillarName pillar={pillar} lang={ui.lang} />
          ))}
          {proposals.map(({ corrected }) => (
            <span class="small soft">
              {ui.m.triage.proposed(corrected.map((pillar) => PILLAR_LABELS[pillar][ui.lang]).join(', '))}
            </span>
          ))}
          {proposed
            .filter((each) => each.key === key)
            .map(({ by, decision, note }) => (
              <span class="small warn">
                {ui.m.triage.proposedBy(nameOf(ui, names, by), ui.m.triage.proposals[decision], note)}
              </span>
            ))}
          {reasons.slice(0, 3).map((reason) => (
            <span class="chip" lang="en">
              {reason}
            </span>
          ))}
        </p>
      </div>
      <div class="cell">
        <p>{bestRole === null ? ui.m.triage.noRole : ROLE_LABELS[bestRole][ui.lang]}</p>
        <p class="soft">
          {lastDayToStart === null ? ui.m.topics.deadlineUnknown : ui.m.triage.startBy(ui.f.shortDay(lastDayToStart))}
        </p>
        {card.nextDeadlineAt !== null && <p class="soft">{ui.m.triage.deadline(ui.f.shortDay(card.nextDeadlineAt))}</p>}
      </div>
    </li>
  );
};

/** A group member decides nothing here: the coordinator and the secretariat are told. */
const Proposal = ({ ui }: { ui: Ui }) => (
  <section class="panel decide" aria-labelledby="propose">
    <h2 id="propose">{ui.m.triage.propose}</h2>
    <p class="small soft">{ui.m.triage.proposeHint}</p>
    <Field id="note" label={ui.m.dossier.note} />
    <p class="acts">
      <Submit label={ui.m.triage.proposeKeep} name="decision" value="keep" />
      <Submit label={ui.m.triage.proposeDiscard} quiet name="decision" value="discard" />
    </p>
  </section>
);

/** One decision for all that is ticked. */
const Decision = ({ ui, staff }: { ui: Ui; staff: readonly StaffMember[] }) => (
  <section class="panel decide" aria-labelledby="decide">
    <h2 id="decide">{ui.m.triage.decide}</h2>
    <p class="small soft">{ui.m.triage.decideHint}</p>
    <div class="halves">
      <div class="tight">
        <GroupBoxes ui={ui} chosen={[]} legend={ui.m.triage.groupsHint} />
        <Choice id="owner" label={ui.m.dossier.owner} options={peopleOptions(staff, ui, ui.m.triage.me)} />
        <p>
          <Submit label={ui.m.triage.keep} name="decision" value="keep" />
        </p>
      </div>
      <div class="tight">
        <Choice
          id="reasonCode"
          label={ui.m.triage.reason}
          options={[
            ['', ui.m.triage.chooseReason],
            ...Object.entries(REASON_CODES).map(([code, label]) => [code, label[ui.lang]] as const),
          ]}
        />
        <Field id="note" label={ui.m.dossier.note} />
        <p class="acts">
          <Submit label={ui.m.triage.discard} quiet name="decision" value="discard" />
          <Submit label={ui.m.triage.discardFamily} quiet name="decision" value="discard-family" />
          <Submit label={ui.m.triage.mute} quiet name="decision" value="mute" />
        </p>
      </div>
    </div>
    <p class="small soft keys">{ui.m.triage.keys}</p>
  </section>
);

const Pillars = ({ ui, shell, items }: { ui: Ui; shell: Shell; items: readonly TriageCard[] }) => (
  <details class="panel noprint">
    <summary>{ui.m.triage.correct}</summary>
    <PostForm shell={shell} to={desk.triagePillar}>
      <Choice id="key" label={ui.m.dossier.call} options={items.map(({ card }) => [topicKey(card), card.title])} />
      <fieldset>
        <legend class="small">{ui.m.triage.rightPillars}</legend>
        <div class="picks">
          {PILLARS.map((pillar) => (
            <label class="pick">
              <input type="checkbox" name="pillars[]" value={pillar} /> {PILLAR_LABELS[pillar][ui.lang]}
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <Submit label={ui.m.desk.save} quiet />
      </p>
    </PostForm>
  </details>
);

type ApartName = 'queue' | 'onlyLetter' | 'tooLate';

const Apart = ({ ui, name, items, total }: { ui: Ui; name: ApartName; items: readonly TriageCard[]; total: number }) =>
  total === 0 ? null : (
    <details class="panel">
      <summary>{ui.m.triage.apart[name](total)}</summary>
      <ol class="lines">
        {items.map((item) => (
          <li class="li">
            <span>
              <CallLink card={item.card} /> <code>{topicKey(item.card)}</code>
            </span>
            <span class="small soft">
              {item.lastDayToStart === null ? '' : ui.m.triage.startBy(ui.f.shortDay(item.lastDayToStart))}
            </span>
          </li>
        ))}
      </ol>
      {total > items.length && <p class="small soft">{ui.m.triage.andMore(total - items.length)}</p>}
    </details>
  );

const Recent = ({
  ui,
  shell,
  board,
  names,
  mayDecide,
}: Pick<Props, 'ui' | 'shell' | 'board' | 'names' | 'mayDecide'>) =>
  board.recent.length === 0 ? null : (
    <section class="panel" aria-labelledby="recent">
      <h2 id="recent">{ui.m.triage.recent}</h2>
      <ul class="lines">
        {board.recent.map(({ topicKey: key, kind, reasonCode, by, at }) => (
          <li class="li">
            <span>
              <code>{key}</code>{' '}
              <span class="small soft">
                {stepWord(ui, kind)} {reasonCode !== null && `(${stepWord(ui, reasonCode)})`} · {nameOf(ui, names, by)}{' '}
                · {ui.f.moment(at)}
              </span>
            </span>
            {mayDecide && kind === 'discard' && (
              <PostForm shell={shell} to={desk.triageReopen} hidden={{ key }}>
                <button class="btn quiet" type="submit" aria-label={ui.m.triage.takeBackThis(key)}>
                  {ui.m.triage.takeBack}
                </button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
