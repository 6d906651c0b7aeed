import { REVIEW_STATE_LABELS } from '../../../domain/desk/labels.ts';
import { CRITERION_CARDS } from '../../../domain/desk/review/criteria.ts';
import { CriteriaTable } from '../criteria-table.tsx';
import { desk } from '../links.ts';
import { Area, Choice, Field, nameOf, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** The review as this reader may see it: their own sheet, and of the others what blindness leaves. */
export const ReviewPanel = (props: PanelProps) => {
  const { ui, view } = props;
  const { review, row } = view;
  return (
    <section class="panel" aria-labelledby="review">
      <header>
        <h2 id="review">{ui.m.review.title}</h2>
        {review.quorum !== null && row.route !== 'short' && (
          <span class="small soft">{ui.m.review.quorum(review.quorum.delivered, review.quorum.needed)}</span>
        )}
      </header>
      {review.own !== null && (
        <p class="acts">
          <a class={review.own.state === 'to-do' ? 'btn' : 'btn quiet'} href={desk.sheet(row.id)}>
            {ui.m.review.yourSheet}
          </a>
          <span>{REVIEW_STATE_LABELS[review.own.state][ui.lang]}</span>
        </p>
      )}
      {!review.sight.states && <p class="note small">{ui.m.review.blind}</p>}
      {review.sight.states && <Sheets {...props} />}
      {review.result !== null && <Table {...props} />}
      <Substitutes {...props} />
      <Appoint {...props} />
      <AtTheTable {...props} />
    </section>
  );
};

const Sheets = ({ ui, shell, view }: PanelProps) => (
  <ul class="lines">
    {view.review.sheets.map(({ id, personId, state, sheet, own }) => (
      <li class="li">
        <span>
          {nameOf(ui, view.names, personId)}
          {own && ` (${ui.m.review.you})`}
          {sheet !== null && state === 'delivered' && (
            <span class="small soft">
              {' '}
              {Object.entries(sheet.scores)
                .map(([criterion, score]) => `${criterion} ${score.value}`)
                .join(' · ')}
            </span>
          )}
        </span>
        <span class={`state ${state === 'delivered' ? 'done ok' : state === 'to-do' ? 'run warn' : 'no'}`}>
          {REVIEW_STATE_LABELS[state][ui.lang]}
        </span>
        {state === 'recused' && view.proposals?.readmissible.includes(id) && (
          <PostForm shell={shell} to={desk.readmit(view.row.id)} hidden={{ reviewId: id }}>
            <Submit label={ui.m.review.readmit(nameOf(ui, view.names, personId))} quiet />
          </PostForm>
        )}
      </li>
    ))}
  </ul>
);

const Table = ({ ui, view }: PanelProps) => {
  const { result, dissents } = view.review;
  if (result === null) return null;
  return (
    <>
      <h3>{ui.m.review.collegial}</h3>
      <CriteriaTable ui={ui} lines={result.lines} />
      <p>
        {result.total === null ? ui.m.review.noTotal : ui.m.review.total(ui.f.whole(result.total))}
        {result.band !== null && ` ${ui.m.review.band(ui.m.desk.opinionKinds[result.band])}`}
      </p>
      {dissents.map(({ by, text }) => (
        <blockquote class="msg">
          <b>{ui.m.review.dissentOf(nameOf(ui, view.names, by))}</b> {text}
        </blockquote>
      ))}
    </>
  );
};

const Substitutes = ({ ui, shell, view }: PanelProps) => (
  <>
    {view.proposals?.substitutes.map(({ for: gone, reviewId, proposed }) => (
      <div class="callout warn">
        <p>
          {proposed === null
            ? ui.m.review.noSubstitute(nameOf(ui, view.names, gone))
            : ui.m.review.substitute(nameOf(ui, view.names, gone), nameOf(ui, view.names, proposed.personId))}
        </p>
        {proposed !== null && (
          <PostForm
            shell={shell}
            to={desk.readers(view.row.id)}
            hidden={{ substituteFor: reviewId, 'readers[]': proposed.personId }}
          >
            <Submit label={ui.m.review.appoint} quiet />
          </PostForm>
        )}
      </div>
    ))}
  </>
);

const Appoint = ({ ui, shell, view }: PanelProps) => {
  const { proposals } = view;
  if (proposals === null || proposals.candidates.length === 0) return null;
  return (
    <details class="noprint">
      <summary>{ui.m.review.appointReaders}</summary>
      <PostForm shell={shell} to={desk.readers(view.row.id)}>
        <fieldset>
          <legend class="small">{ui.m.review.appointHint}</legend>
          <div class="picks">
            {proposals.candidates.map(({ personId, fromOtherGroup }) => (
              <label class="pick">
                <input type="checkbox" name="readers[]" value={personId} /> {nameOf(ui, view.names, personId)}
                {fromOtherGroup && ` (${ui.m.review.otherGroup})`}
              </label>
            ))}
          </div>
        </fieldset>
        <p>
          <Submit label={ui.m.review.appoint} />
        </p>
      </PostForm>
    </details>
  );
};

const AtTheTable = ({ ui, shell, view }: PanelProps) => {
  const { review, row, may } = view;
  const to = desk.table(row.id);
  return (
    <>
      {may.lead && review.result !== null && row.state === 'collegial-evaluation' && (
        <details class="noprint">
          <summary>{ui.m.review.agreeOther}</summary>
          <PostForm shell={shell} to={to} hidden={{ intent: 'agree' }}>
            <Choice
              id="agree-criterion"
              name="criterion"
              label={ui.m.review.criterion}
              options={review.result.lines.map(({ criterion }) => [
                criterion,
                `${criterion} · ${CRITERION_CARDS[criterion].name[ui.lang]}`,
              ])}
            />
            <Field id="agree-value" name="value" type="number" label={ui.m.review.value} required />
            <Field id="agree-reason" name="reason" label={ui.m.desk.why} required />
            <p>
              <Submit label={ui.m.desk.save} />
            </p>
          </PostForm>
        </details>
      )}
      {review.result !== null && row.state === 'collegial-evaluation' && may.judge && (
        <details class="noprint">
          <summary>{ui.m.review.dissent}</summary>
          <PostForm shell={shell} to={to} hidden={{ intent: 'dissent' }}>
            <Area id="dissent-text" name="text" label={ui.m.review.dissentText} required />
            <p>
              <Submit label={ui.m.desk.save} />
            </p>
          </PostForm>
        </details>
      )}
      {may.waive && (
        <details class="noprint">
          <summary>{ui.m.review.waive}</summary>
          <PostForm shell={shell} to={to} hidden={{ intent: 'waive-quorum' }}>
            <Field id="waive-reason" name="reason" label={ui.m.desk.why} required />
            <p>
              <Submit label={ui.m.review.waive} />
            </p>
          </PostForm>
        </details>
      )}
    </>
  );
};
