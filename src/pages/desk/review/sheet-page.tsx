import { REVIEW_STATE_LABELS } from '../../../domain/desk/labels.ts';
import { DECLARATIONS } from '../../../domain/desk/review/conflict.ts';
import { CRITERION_CARDS, type Criterion, SCALE, VALUES } from '../../../domain/desk/review/criteria.ts';
import { PLAN_LABELS } from '../../../domain/desk/review/objective.ts';
import type { OwnSheet } from '../../../services/desk/review-sheet.ts';
import { Layout } from '../../components/layout.tsx';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Done, PostForm, Submit } from '../parts.tsx';
import { GapSummary } from './gap-summary.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  own: OwnSheet;
  /** It was to be delivered, and lacks something. */
  refused?: boolean;
}

/** One's own sheet, made for a telephone: a declaration, a few criteria, two buttons. */
export const SheetPage = (props: Props) => {
  const { ui, shell, own } = props;
  const { dossier, sheet } = own;
  return (
    <Layout ui={ui} shell={shell} title={ui.m.review.yourSheet} place="dossiers">
      <div class="narrow stack">
        <header>
          <h1>{ui.m.review.yourSheet}</h1>
          <p lang="en">
            <b>{dossier.title}</b>
          </p>
          <p class="small soft">
            {dossier.deadlineAt !== null && ui.f.deadline(dossier.deadlineAt)}{' '}
            {dossier.topicKey !== null && <a href={href.topicKey(dossier.topicKey)}>{ui.m.review.readCall}</a>}
          </p>
          <p>
            <span
              class={`state ${sheet.state === 'delivered' ? 'done ok' : sheet.state === 'to-do' ? 'run warn' : 'no'}`}
            >
              {REVIEW_STATE_LABELS[sheet.state][ui.lang]}
            </span>
          </p>
        </header>
        <Done ui={ui} />
        {sheet.state === 'recused' && <p class="note warn">{ui.m.review.setAside}</p>}
        {own.conflict !== null && sheet.state !== 'recused' && sheet.scorer === 'readers' && (
          <p class="note warn">{ui.m.review.conflict}</p>
        )}
        {props.refused === true && <GapSummary ui={ui} gaps={own.gaps} />}
        {sheet.state === 'to-do' && own.open && <Form {...props} />}
        {(sheet.state === 'delivered' || sheet.state === 'no-view') && <Delivered {...props} />}
        {!own.open && <p class="note">{ui.m.review.tableOpen}</p>}
      </div>
    </Layout>
  );
};

const Form = ({ ui, shell, own }: Props) => (
  <PostForm
    shell={shell}
    to={desk.sheet(own.dossier.id)}
    hidden={{ version: own.sheet.version }}
    class="panel sheetform"
    autosave
  >
    <p class="note small">{ui.m.review.blindNote}</p>
    <fieldset class="crit">
      <legend>{ui.m.review.declaration}</legend>
      <div class="tight">
        {DECLARATIONS.map((declaration) => (
          <label class="pick">
            <input
              type="radio"
              name="declaration"
              id={`declaration-${declaration}`}
              value={declaration}
              checked={own.sheet.declaration === declaration}
            />
            <span>{ui.m.review.declarations[declaration]}</span>
          </label>
        ))}
      </div>
    </fieldset>
    {own.tied !== null && (
      <p class="note small">
        {ui.m.projects.committed(own.tied.projects.length, own.tied.staffMonthsPerYear, own.tied.unknown)}
        {own.tied.sameSite.length > 0 && ` ${ui.m.projects.sameSite(own.tied.sameSite.join(', '))}`}
      </p>
    )}
    {own.criteria.map((criterion) => (
      <CriterionField ui={ui} own={own} criterion={criterion} />
    ))}
    {own.gaps.length > 0 && own.sheet.version > 1 && <p class="small soft">{ui.m.review.gaps(own.gaps.length)}</p>}
    <p
      class="small soft"
      data-saved
      aria-live="polite"
      data-word={ui.m.review.saved}
      data-fault={ui.m.review.notSaved}
    />
    <p class="acts">
      <Submit label={ui.m.review.deliver} name="intent" value="deliver" />
      <Submit label={ui.m.review.saveDraft} quiet name="intent" value="save" />
      <Submit label={ui.m.review.noView} quiet name="intent" value="decline" />
    </p>
  </PostForm>
);

const CriterionField = ({ ui, own, criterion }: { ui: Ui; own: OwnSheet; criterion: Criterion }) => {
  const { name, anchors } = CRITERION_CARDS[criterion];
  const score = own.sheet.scores[criterion];
  return (
    <fieldset class="crit">
      <legend>
        {criterion} · {name[ui.lang]}
      </legend>
      <div class="tight">
        <div class="scale">
          {VALUES.map((value) => (
            <label>
              <input
                type="radio"
                name={`scores.${criterion}.value`}
                id={`${criterion}-${value}`}
                value={value}
                checked={score?.value === value}
                aria-label={`${value}, ${SCALE[value][ui.lang]}`}
              />
              {value}
            </label>
          ))}
        </div>
        <p class="anchors">
          {([0, 3, 5] as const).map((value) => (
            <span>
              <b>{value}</b> {anchors[value][ui.lang]}
            </span>
          ))}
        </p>
        {criterion === 'C1' && (
          <Choice
            id="C1-objective"
            name="scores.C1.objectiveId"
            label={ui.m.review.objective}
            value={score?.objectiveId ?? ''}
            hint={own.objectives.length === 0 ? ui.m.review.noneYet : undefined}
            options={[
              ['', ui.m.review.noObjective],
              ...own.objectives.map(({ id, plan, text }) => [id, `${PLAN_LABELS[plan][ui.lang]}: ${text}`] as const),
            ]}
          />
        )}
        <Area
          id={`${criterion}-why`}
          name={`scores.${criterion}.sentence`}
          label={ui.m.review.sentence}
          value={score?.sentence}
          rows={2}
        />
      </div>
    </fieldset>
  );
};

const Delivered = ({ ui, shell, own }: Props) => (
  <section class="panel tight">
    <ul class="lines">
      {Object.entries(own.sheet.scores).map(([criterion, { value, sentence }]) => (
        <li>
          <b>
            {criterion}: {value}
          </b>{' '}
          {sentence ?? ''}
        </li>
      ))}
    </ul>
    <div class="acts">
      <a class="btn" href={desk.dossier(own.dossier.id)}>
        {ui.m.review.toDossier}
      </a>
      {own.open && (
        <PostForm
          shell={shell}
          to={desk.sheet(own.dossier.id)}
          hidden={{ version: own.sheet.version, intent: 'withdraw' }}
        >
          <Submit label={ui.m.review.withdraw} quiet />
        </PostForm>
      )}
    </div>
  </section>
);
