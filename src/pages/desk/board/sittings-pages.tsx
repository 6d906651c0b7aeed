import { isReadyForBoard, SITTING_KINDS } from '../../../domain/desk/board/sitting.ts';
import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import type { ListedDossier } from '../../../services/desk/list-dossiers.ts';
import type { awaitingRatification, sittingList } from '../../../services/desk/sittings.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, PostForm, Submit } from '../parts.tsx';

interface Frame {
  ui: Ui;
  shell: Shell;
}

export const SittingsPage = ({
  ui,
  shell,
  sittings,
  toRatify,
  mayConvene,
}: Frame & {
  sittings: Awaited<ReturnType<typeof sittingList>>;
  toRatify: Awaited<ReturnType<typeof awaitingRatification>>;
  mayConvene: boolean;
}) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.sittings} place="sittings">
    <Head ui={ui} title={ui.m.desk.places.sittings}>
      {mayConvene && (
        <a class="btn" href={desk.newSitting}>
          {ui.m.board.convene}
        </a>
      )}
    </Head>
    {toRatify.length > 0 && (
      <section class="callout warn" aria-labelledby="to-ratify">
        <div>
          <h2 id="to-ratify">{ui.m.board.toRatify}</h2>
          <p>{ui.m.board.toRatifyLead}</p>
          <ul class="tight">
            {toRatify.map(({ urgentSittingId, kind, decidedAt }) => (
              <li>
                <a href={desk.sitting(urgentSittingId)}>{ui.m.board.ratifies[kind](ui.f.moment(decidedAt))}</a>
              </li>
            ))}
          </ul>
        </div>
      </section>
    )}
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
            {dossiers.map(({ id, title, state }) => (
              <label class="pick">
                <input type="checkbox" name="dossiers[]" value={id} /> <span lang="en">{title}</span>{' '}
                <span class={`state ${isReadyForBoard(state) ? 'run warn' : 'no'}`}>
                  {STATE_LABELS[state][ui.lang]}
                </span>
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
