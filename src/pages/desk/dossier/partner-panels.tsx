import { ACT_TYPES } from '../../../domain/desk/board/adhesion.ts';
import { VOICES } from '../../../domain/desk/board/ballot.ts';
import { SHORT_ROUTE_SEATS } from '../../../domain/desk/dossier/short-route.ts';
import { outsideName } from '../../../domain/desk/interest/interest.ts';
import { ADHESION_LABELS, VOICE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { BodyChoice } from '../body-choice.tsx';
import { desk } from '../links.ts';
import { Choice, Field, nameOf, PostForm, roleOptions, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** Requests on this call, side by side. */
export const RequestsPanel = ({ ui, view }: PanelProps) =>
  view.requests.length === 0 ? null : (
    <section class="panel" aria-labelledby="requests">
      <header>
        <h2 id="requests">{ui.m.requests.title}</h2>
        {view.requests.length > 1 && <span class="tag warn">{ui.m.requests.rivals}</span>}
      </header>
      <ul class="lines">
        {view.requests.map(({ id, asker, role, replyBy, answer }) => (
          <li class="li">
            <span>
              <a href={desk.request(id)}>{asker.organisation}</a>
              <span class="small soft"> {ROLE_LABELS[role][ui.lang]}</span>
            </span>
            <span class="small">
              {answer !== null
                ? ui.m.requests.answers[answer.kind]
                : replyBy === null
                  ? ui.m.requests.open
                  : ui.m.requests.replyBy(ui.f.shortDay(replyBy))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

/** Who is interested, as far as the consent rules let this reader know; and the seats taken. */
export const InterestPanel = ({ ui, shell, view, bodies, partners }: PanelProps) => {
  const bodyName = (id: string) => bodies.get(id) ?? outsideName(id) ?? id;
  return (
    <section class="panel" aria-labelledby="interest">
      <header>
        <h2 id="interest">{ui.m.dossier.interest}</h2>
        {view.row.interestClosesOn !== null && (
          <span class="small soft">{ui.m.dossier.until(ui.f.shortDay(view.row.interestClosesOn))}</span>
        )}
      </header>
      {view.interests.length === 0 ? (
        <p class="soft">{ui.m.dossier.noInterest}</p>
      ) : (
        <ul class="lines">
          {view.interests.map((each) => (
            <li>
              {each.view === 'anonymous' && ui.m.dossier.reservedBody}
              {each.view === 'name' &&
                `${bodyName(each.bodyId)} · ${each.lead ? ui.m.dossier.wouldLead : ROLE_LABELS[each.role][ui.lang]}`}
              {each.view === 'full' && (
                <>
                  <b>{bodyName(each.interest.bodyId)}</b> ·{' '}
                  {each.interest.lead ? ui.m.dossier.wouldLead : ROLE_LABELS[each.interest.role][ui.lang]}
                  <span class="small soft"> {each.interest.competences.join(', ')}</span>
                  {each.interest.through === 'public-notice' && (
                    <span class="small soft">
                      {' '}
                      {ui.m.notices.one}: {each.interest.contact}
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.places.length > 0 && (
        <>
          <h3>{ui.m.dossier.consortium}</h3>
          <ul class="lines">
            {view.places.map(({ id, name, role, source, statedBy, statedAt }) => (
              <li class="li">
                <span>
                  {name} · {ROLE_LABELS[role][ui.lang]}
                  <span class="small soft">
                    {' '}
                    {ui.m.dossier.statedBy(
                      source === 'other-city' ? statedBy : nameOf(ui, view.names, statedBy),
                      ui.f.shortDay(statedAt),
                    )}
                  </span>
                </span>
                {view.may.assign && (
                  <PostForm shell={shell} to={desk.placeEnd(view.row.id)} hidden={{ placeId: id }}>
                    <button class="btn quiet" type="submit" aria-label={ui.m.dossier.removeSeat(name)}>
                      {ui.m.desk.remove}
                    </button>
                  </PostForm>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="acts noprint">
        {view.mayExpress && (
          <a class="btn quiet" href={desk.interest(view.row.id)}>
            {ui.m.dossier.express}
          </a>
        )}
        {view.mayCloseInterest && (
          <PostForm shell={shell} to={desk.interestClose(view.row.id)} hidden={{ version: view.row.version }}>
            <Submit label={ui.m.dossier.closeInterest} quiet />
          </PostForm>
        )}
      </div>
      {view.may.assign && (
        <details class="noprint">
          <summary>{ui.m.dossier.addSeat}</summary>
          <PostForm shell={shell} to={desk.places(view.row.id)}>
            <BodyChoice
              ui={ui}
              id="seat-body"
              name="bodyId"
              label={ui.m.dossier.body}
              bodies={partners}
              none={ui.m.dossier.outsider}
            />
            <Field id="seat-name" name="name" label={ui.m.dossier.outsiderName} />
            <Choice id="seat-role" name="role" label={ui.m.dossier.role} options={roleOptions(ui)} />
            <p>
              <Submit label={ui.m.desk.save} quiet />
            </p>
          </PostForm>
        </details>
      )}
    </section>
  );
};

/** The short route's three voices. */
export const VoicesPanel = ({ ui, shell, view }: PanelProps) =>
  view.row.state !== 'in-short-route' && view.voices.length === 0 ? null : (
    <section class="panel" aria-labelledby="voices">
      <h2 id="voices">{ui.m.board.voices}</h2>
      <ul class="lines">
        {SHORT_ROUTE_SEATS.map((seat) => {
          const said = view.voices.find((voice) => voice.seat === seat);
          return (
            <li class="li">
              <span>
                {ui.m.board.seats[seat]}
                {said !== undefined && <span class="small soft"> {nameOf(ui, view.names, said.by)}</span>}
                {said?.note !== null && said?.note !== undefined && <span class="small soft"> «{said.note}»</span>}
              </span>
              <span class={`state ${said === undefined ? 'soft' : 'done'}`}>
                {said === undefined ? ui.m.board.waiting : VOICE_LABELS[said.voice][ui.lang]}
              </span>
            </li>
          );
        })}
      </ul>
      {view.seats.map((seat) => (
        <PostForm shell={shell} to={desk.voice(view.row.id)} hidden={{ seat }}>
          <fieldset>
            <legend>{ui.m.board.speakAs(ui.m.board.seats[seat])}</legend>
            <div class="picks">
              {VOICES.map((voice) => (
                <label class="pick">
                  <input type="radio" name="voice" value={voice} required /> {VOICE_LABELS[voice][ui.lang]}
                </label>
              ))}
            </div>
          </fieldset>
          <Field id={`note-${seat}`} name="note" label={ui.m.dossier.note} />
          <p>
            <Submit label={ui.m.board.speak} />
          </p>
        </PostForm>
      ))}
    </section>
  );

/** Below the opinion: one answer per body, each by its own act. */
export const AdhesionsPanel = ({ ui, shell, view, bodies }: PanelProps) =>
  view.adhesions.length === 0 ? null : (
    <section class="panel" aria-labelledby="adhesions">
      <h2 id="adhesions">{ui.m.board.adhesions}</h2>
      <ul class="lines">
        {view.adhesions.map(({ bodyId, state, act, papers, version, mayAnswer }) => (
          <li>
            <p class="li">
              <b>{bodies.get(bodyId) ?? bodyId}</b>
              <span class={`state ${state === 'adheres' ? 'done ok' : state === 'waiting' ? 'run warn' : 'no'}`}>
                {ADHESION_LABELS[state][ui.lang]}
              </span>
            </p>
            {act !== null && (
              <p class="small">
                {ui.m.board.acts[act.type]} {act.number}, {ui.f.day(act.date)}
              </p>
            )}
            {papers.length > 0 && <p class="small warn">{ui.m.board.papersMissing(papers.join(', '))}</p>}
            {mayAnswer && (
              <details class="noprint">
                <summary>{ui.m.board.recordAnswer}</summary>
                <PostForm shell={shell} to={desk.adhesions(view.row.id)} hidden={{ bodyId, version }}>
                  <Choice
                    id={`a-state-${bodyId}`}
                    name="state"
                    label={ui.m.board.answer}
                    options={[
                      ['adheres', ADHESION_LABELS.adheres[ui.lang]],
                      ['declines', ADHESION_LABELS.declines[ui.lang]],
                    ]}
                  />
                  <Choice
                    id={`a-type-${bodyId}`}
                    name="actType"
                    label={ui.m.board.actType}
                    options={ACT_TYPES.map((type) => [type, ui.m.board.acts[type]])}
                  />
                  <Field id={`a-number-${bodyId}`} name="actNumber" label={ui.m.board.actNumber} />
                  <Field id={`a-date-${bodyId}`} name="actDate" type="date" label={ui.m.board.actDate} />
                  <Field id={`a-pic-${bodyId}`} name="pic" label={ui.m.board.pic} />
                  <Field id={`a-lear-${bodyId}`} name="lear" label={ui.m.board.lear()} />
                  <p>
                    <Submit label={ui.m.desk.save} />
                  </p>
                </PostForm>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
