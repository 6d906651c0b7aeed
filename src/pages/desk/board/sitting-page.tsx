import { VOICES } from '../../../domain/desk/board/ballot.ts';
import { type AgendaItem, represented } from '../../../domain/desk/board/sitting.ts';
import { VOICE_LABELS } from '../../../domain/desk/labels.ts';
import type { Names } from '../../../services/desk/read-minutes.ts';
import type { readSitting } from '../../../services/desk/sittings.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui, Words } from '../../ui.ts';
import { desk } from '../links.ts';
import { Choice, Head, nameOf, type Option, PostForm, Submit } from '../parts.tsx';
import { tallyWords } from './tally-words.ts';

interface Props {
  ui: Ui;
  shell: Shell;
  read: Awaited<ReturnType<typeof readSitting>>;
  names: Names;
  me: string;
  mayRecord: boolean;
}

/** One sitting: who is there and who speaks for whom, then the agenda with its votes. */
export const SittingPage = (props: Props) => {
  const { ui, shell, read, mayRecord } = props;
  const { sitting } = read;
  return (
    <Layout ui={ui} shell={shell} title={ui.f.moment(sitting.at)} place="sittings">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.sittings}>{ui.m.desk.places.sittings}</a>
      </nav>
      <Head
        ui={ui}
        title={ui.m.board.sittingOf(ui.f.moment(sitting.at))}
        lead={[ui.m.board.kinds[sitting.kind], sitting.place].filter(Boolean).join(' · ')}
      >
        <a class="btn quiet" href={desk.sittingPdf(sitting.id)}>
          {ui.m.board.pack}
        </a>
      </Head>
      <div class="stack">
        <Attendance {...props} />
        {sitting.agenda.map((item) => (
          <Item {...props} item={item} />
        ))}
        {mayRecord && sitting.closedAt === null && (
          <PostForm shell={shell} to={desk.sittingEnd(sitting.id)} hidden={{ version: sitting.version }}>
            <p>
              <Submit label={ui.m.board.close} quiet />
            </p>
          </PostForm>
        )}
      </div>
    </Layout>
  );
};

/** What an item is called: ratifications in the reader's language, the rest as it was written. */
export const itemTitle = ({ m, f }: Words, { title, ratifies }: AgendaItem): string =>
  ratifies === undefined ? title : m.board.ratifies[ratifies.kind](f.moment(ratifies.at));

const Attendance = (props: Props) => {
  const { ui, read, names, mayRecord } = props;
  const { sitting, quorum } = read;
  return (
    <section class="panel" aria-labelledby="present">
      <header>
        <h2 id="present">{ui.m.board.present}</h2>
        <span class={quorum.met ? 'ok' : 'warn'}>{ui.m.board.sittingQuorum(quorum.present, quorum.needed)}</span>
      </header>
      {mayRecord && sitting.closedAt === null ? (
        <AttendanceForm {...props} />
      ) : (
        <>
          <p>{sitting.present.map((id) => nameOf(ui, names, id)).join(', ')}</p>
          {sitting.proxies.map(({ from, to }) => (
            <p>{ui.m.board.proxyOf(nameOf(ui, names, from), nameOf(ui, names, to))}</p>
          ))}
        </>
      )}
    </section>
  );
};

/** Each member is present, or absent with or without a proxy given to somebody who is. */
const AttendanceForm = ({ ui, shell, read: { sitting }, names }: Props) => (
  <PostForm shell={shell} to={desk.attendance(sitting.id)} hidden={{ version: sitting.version }}>
    <p class="small soft">{ui.m.board.proxyRule}</p>
    {sitting.members.map(({ personId }) => {
      const name = nameOf(ui, names, personId);
      const given = sitting.proxies.find(({ from }) => from === personId);
      const holders = sitting.members.flatMap(({ personId: to }): Option[] =>
        to === personId ? [] : [[`${personId}>${to}`, nameOf(ui, names, to)]],
      );
      return (
        <fieldset class="acts vote">
          <legend>{name}</legend>
          <label class="pick">
            <input
              type="checkbox"
              name="present[]"
              value={personId}
              checked={sitting.present.includes(personId)}
              aria-label={ui.m.board.isPresent(name)}
            />{' '}
            {ui.m.board.presentOne}
          </label>
          <Choice
            id={`proxy-${personId}`}
            name="proxies[]"
            label={ui.m.board.proxyTo}
            options={[['', ui.m.board.noProxy], ...holders]}
            value={given === undefined ? '' : `${given.from}>${given.to}`}
          />
        </fieldset>
      );
    })}
    <p>
      <Submit label={ui.m.desk.save} quiet />
    </p>
  </PostForm>
);

/** A vote is offered to whom may cast it: for oneself, by proxy, or to the secretary who writes it down. */
const Item = ({ ui, shell, read, names, me, mayRecord, item }: Props & { item: AgendaItem }) => {
  const { sitting, counts, votes } = read;
  const { id, dossierId } = item;
  const tally = counts.find((each) => each.item === id)?.tally;
  const cast = votes.filter(({ agendaItemId }) => agendaItemId === id);
  const speaksFor = (member: string) =>
    mayRecord || member === me || sitting.proxies.some(({ from, to }) => from === member && to === me);
  const voters = represented(sitting).filter(
    ({ personId }) => speaksFor(personId) && !cast.some(({ member }) => member === personId),
  );
  const title = itemTitle(ui, item);
  return (
    <section class="panel" aria-labelledby={`item-${id}`}>
      <header>
        <h2 id={`item-${id}`}>
          {id}. {dossierId === null ? title : <a href={desk.dossier(dossierId)}>{title}</a>}
        </h2>
        {tally !== undefined && <span>{tallyWords(ui, tally)}</span>}
      </header>
      <ul class="lines">
        {cast.map(({ member, voice }) => (
          <li class="li">
            <span>{nameOf(ui, names, member)}</span>
            <span>{VOICE_LABELS[voice][ui.lang]}</span>
          </li>
        ))}
      </ul>
      {sitting.closedAt === null && voters.length > 0 && (
        <PostForm shell={shell} to={desk.votes(sitting.id)} hidden={{ item: id }} class="acts vote">
          <Choice
            id={`member-${id}`}
            name="member"
            label={ui.m.board.member}
            options={voters.map(({ personId }) => [personId, nameOf(ui, names, personId)])}
          />
          <Choice
            id={`voice-${id}`}
            name="voice"
            label={ui.m.board.vote}
            options={VOICES.map((voice) => [voice, VOICE_LABELS[voice][ui.lang]])}
          />
          <Submit label={ui.m.board.castVote} quiet />
        </PostForm>
      )}
    </section>
  );
};
