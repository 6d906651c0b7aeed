import { VOICES } from '../../../domain/desk/ballot.ts';
import { VOICE_LABELS } from '../../../domain/desk/labels.ts';
import { SITTING_KINDS } from '../../../domain/desk/sitting.ts';
import type { ListedDossier } from '../../../services/desk/list-dossiers.ts';
import type { Names } from '../../../services/desk/read-minutes.ts';
import type { readSitting, sittingList } from '../../../services/desk/sittings.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, nameOf, PostForm, Submit } from '../parts.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
}

export const SittingsPage = ({
  ui,
  shell,
  sittings,
  mayConvene,
}: Frame & { sittings: Awaited<ReturnType<typeof sittingList>>; mayConvene: boolean }) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.sittings} place="sittings">
    <Head ui={ui} title={ui.m.desk.places.sittings}>
      {mayConvene && (
        <a class="btn" href={desk.newSitting}>
          {ui.m.board.convene}
        </a>
      )}
    </Head>
    {sittings.length === 0 ? (
      <p class="panel">{ui.m.board.noSittings}</p>
    ) : (
      <ul class="panel lines">
        {sittings.map(({ id, at, kind, agenda, closedAt }) => (
          <li class="li">
            <a href={desk.sitting(id)}>{ui.f.moment(at)}</a>
            <span class="small soft">
              {ui.m.board.kinds[kind]} · {ui.m.board.items(agenda.length)}
              {closedAt !== null && ` · ${ui.m.board.closed}`}
            </span>
          </li>
        ))}
      </ul>
    )}
  </Layout>
);

export const ConvenePage = ({ ui, shell, dossiers }: Frame & { dossiers: readonly ListedDossier[] }) => (
  <Layout ui={ui} shell={shell} title={ui.m.board.convene} place="sittings">
    <Head ui={ui} title={ui.m.board.convene} />
    <section class="panel narrow">
      <PostForm shell={shell} to={desk.sittings}>
        <Choice
          id="kind"
          label={ui.m.board.kind}
          options={SITTING_KINDS.map((kind) => [kind, ui.m.board.kinds[kind]])}
        />
        <Field id="on" type="date" label={ui.m.board.day} required />
        <Field id="hour" type="time" label={ui.m.board.hour} value="15:00" required />
        <Field id="place" label={ui.m.board.place} />
        <fieldset>
          <legend>{ui.m.board.agenda}</legend>
          <div class="tight">
            {dossiers.map(({ id, title }) => (
              <label class="pick">
                <input type="checkbox" name="dossiers[]" value={id} /> <span lang="en">{title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Area id="otherBusiness" label={ui.m.board.otherBusiness} />
        <p>
          <Submit label={ui.m.board.convene} />
        </p>
      </PostForm>
    </section>
  </Layout>
);

type Read = Awaited<ReturnType<typeof readSitting>>;

export const SittingPage = ({
  ui,
  shell,
  read,
  names,
  me,
  mayRecord,
}: Frame & { read: Read; names: Names; me: string; mayRecord: boolean }) => {
  const { sitting, quorum, counts, votes } = read;
  const open = sitting.closedAt === null;
  return (
    <Layout ui={ui} shell={shell} title={ui.f.moment(sitting.at)} place="sittings">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.sittings}>{ui.m.desk.places.sittings}</a>
      </nav>
      <Head
        ui={ui}
        title={ui.m.board.sittingOf(ui.f.moment(sitting.at))}
        lead={`${ui.m.board.kinds[sitting.kind]} · ${sitting.place ?? ''}`}
      />
      <div class="stack">
        <section class="panel" aria-labelledby="present">
          <header>
            <h2 id="present">{ui.m.board.present}</h2>
            <span class={quorum.met ? 'ok' : 'warn'}>{ui.m.board.sittingQuorum(quorum.present, quorum.needed)}</span>
          </header>
          {mayRecord && open ? (
            <PostForm shell={shell} to={desk.attendance(sitting.id)} hidden={{ version: sitting.version }}>
              <div class="picks">
                {sitting.members.map(({ personId }) => (
                  <label class="pick">
                    <input
                      type="checkbox"
                      name="present[]"
                      value={personId}
                      checked={sitting.present.includes(personId)}
                    />{' '}
                    {nameOf(ui, names, personId)}
                  </label>
                ))}
              </div>
              <Choice
                id="proxy"
                name="proxies[]"
                label={ui.m.board.proxy}
                options={[
                  ['', ui.m.board.noProxy],
                  ...sitting.members.flatMap(({ personId: from }) =>
                    sitting.members.flatMap(({ personId: to }) =>
                      from === to
                        ? []
                        : [
                            [
                              `${from}>${to}`,
                              ui.m.board.proxyOf(nameOf(ui, names, from), nameOf(ui, names, to)),
                            ] as const,
                          ],
                    ),
                  ),
                ]}
                value={sitting.proxies[0] === undefined ? '' : `${sitting.proxies[0].from}>${sitting.proxies[0].to}`}
              />
              <p>
                <Submit label={ui.m.desk.save} quiet />
              </p>
            </PostForm>
          ) : (
            <p>{sitting.present.map((id) => nameOf(ui, names, id)).join(', ')}</p>
          )}
        </section>
        {sitting.agenda.map(({ id, title, dossierId }) => {
          const tally = counts.find(({ item }) => item === id)?.tally;
          const cast = votes.filter(({ agendaItemId }) => agendaItemId === id);
          const voters = sitting.members.filter(
            ({ personId }) => (mayRecord || personId === me) && !cast.some(({ member }) => member === personId),
          );
          return (
            <section class="panel" aria-labelledby={`item-${id}`}>
              <header>
                <h2 id={`item-${id}`}>
                  {id}. {dossierId === null ? title : <a href={desk.dossier(dossierId)}>{title}</a>}
                </h2>
                {tally !== undefined && (
                  <span>{ui.m.board.tally(tally.favourable, tally.contrary, tally.abstained)}</span>
                )}
              </header>
              <ul class="lines">
                {cast.map(({ member, voice }) => (
                  <li class="li">
                    <span>{nameOf(ui, names, member)}</span>
                    <span>{VOICE_LABELS[voice][ui.lang]}</span>
                  </li>
                ))}
              </ul>
              {open && voters.length > 0 && (
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
        })}
        {mayRecord && open && (
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
