import type { Tally } from '../../../domain/desk/board/ballot.ts';
import type { Opinion } from '../../../domain/desk/board/opinion.ts';
import { REASON_CODES } from '../../../domain/desk/dossier/reason-code.ts';
import { OPINION_STATES } from '../../../domain/desk/dossier/state.ts';
import { CRITERIA, CRITERION_CARDS } from '../../../domain/desk/review/criteria.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { DossierView } from '../../../services/desk/dossier-view.ts';
import { REASON_FIELDS } from '../../../services/desk/give-opinion.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Area, Choice, Field, Head, type Option, PostForm, peopleOptions, roleOptions, Submit } from '../parts.tsx';
import { tallyWords } from './tally-words.ts';

interface Props {
  ui: Ui;
  shell: Shell;
  view: DossierView;
  bodies: ReadonlyMap<string, string>;
  /** Sittings that have this dossier on their agenda, as `sitting#item`. */
  items: readonly { value: string; at: string }[];
}

const ROWS = [0, 1, 2] as const;

/** The secretary writes the board's opinion down: reasons always, conditions with owner and date. */
export const OpinionPage = ({ ui, shell, view, bodies, items }: Props) => {
  const { row, review } = view;
  const grounds: Option[] = [
    ['', ui.m.board.restsOnNothing],
    ...CRITERIA.map((criterion): Option => [criterion, `${criterion} · ${CRITERION_CARDS[criterion].name[ui.lang]}`]),
    ...REASON_FIELDS.map((field): Option => [field, ui.m.desk.callFields[field]]),
  ];
  const owners: Option[] = [...peopleOptions(view.staff, ui, ui.m.board.chooseOwner), ...bodies];
  return (
    <Layout ui={ui} shell={shell} title={ui.m.board.recordOpinion} place="dossiers">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.dossier(row.id)} lang="en">
          {row.title}
        </a>
      </nav>
      <Head ui={ui} title={ui.m.board.recordOpinion} lead={ui.m.board.opinionLead} />
      <section class="panel narrow">
        {review.result?.band != null && (
          <p class="note">{ui.m.review.band(ui.m.desk.opinionKinds[review.result.band])}</p>
        )}
        <PostForm shell={shell} to={desk.opinion(row.id)}>
          <Choice
            id="kind"
            label={ui.m.dossier.opinion}
            value={row.route === 'short' ? 'favourable' : undefined}
            options={[
              ['', ui.m.board.chooseKind],
              ...OPINION_STATES.map((kind): Option => [kind, ui.m.desk.opinionKinds[kind]]),
            ]}
          />
          <Ground ui={ui} n={0} grounds={grounds} />
          <details>
            <summary>{ui.m.board.moreReasons}</summary>
            {ROWS.slice(1).map((n) => (
              <Ground ui={ui} n={n} grounds={grounds} />
            ))}
          </details>
          <Choice
            id="role"
            label={ui.m.dossier.role}
            value={row.role}
            options={roleOptions(ui, ui.m.dossier.roleOpen)}
          />
          <Field id="ownFundsCeilingEur" type="number" label={ui.m.board.ceiling} />
          <details>
            <summary>{ui.m.board.conditions}</summary>
            {ROWS.map((n) => (
              <fieldset class="crit">
                <legend>{ui.m.board.conditionNumber(n + 1)}</legend>
                <Field id={`cond-${n}`} name={`conditions.${n}.text`} label={ui.m.board.conditionText} />
                <Choice
                  id={`cond-owner-${n}`}
                  name={`conditions.${n}.owner`}
                  label={ui.m.board.conditionOwner}
                  options={owners}
                />
                <Field
                  id={`cond-due-${n}`}
                  name={`conditions.${n}.dueOn`}
                  type="date"
                  label={ui.m.board.conditionDue}
                />
              </fieldset>
            ))}
          </details>
          <Choice
            id="reasonCode"
            label={ui.m.board.contraryCode}
            options={[
              ['', ui.m.triage.chooseReason],
              ...Object.entries(REASON_CODES).map(([code, label]) => [code, label[ui.lang]] as const),
            ]}
          />
          <Field id="watchUntil" type="date" label={ui.m.board.watchUntil} />
          {row.route !== 'short' && (
            <>
              <Field id="differenceReason" label={ui.m.board.difference} />
              <Field id="withoutQuorumReason" label={ui.m.board.withoutQuorum} />
            </>
          )}
          <Choice
            id="sitting"
            label={ui.m.board.sitting}
            value={items[0]?.value}
            options={[['', ui.m.board.noSitting], ...items.map(({ value, at }): Option => [value, ui.f.moment(at)])]}
          />
          <p>
            <Submit label={ui.m.board.recordOpinion} />
          </p>
        </PostForm>
      </section>
    </Layout>
  );
};

const Ground = ({ ui, n, grounds }: { ui: Ui; n: number; grounds: readonly Option[] }) => (
  <fieldset class="crit">
    <legend>{ui.m.board.reasonNumber(n + 1)}</legend>
    <Area id={`reason-${n}`} name={`reasons.${n}.text`} label={ui.m.board.reasonText} required={n === 0} rows={2} />
    <Choice id={`rests-${n}`} name={`reasons.${n}.restsOn`} label={ui.m.board.restsOn} options={grounds} />
  </fieldset>
);

/** Shown once: the link that goes to the president, by whatever way. */
export const LinkPage = ({ ui, shell, id, link }: { ui: Ui; shell: Shell; id: string; link: string }) => (
  <Layout ui={ui} shell={shell} title={ui.m.board.linkTitle} place="dossiers">
    <Head ui={ui} title={ui.m.board.linkTitle} lead={ui.m.board.linkLead} />
    <section class="panel narrow tight">
      <p>
        <code data-link>{link}</code>
      </p>
      <p>
        <a class="btn" href={desk.dossier(id)}>
          {ui.m.review.toDossier}
        </a>
      </p>
    </section>
  </Layout>
);

/** The president's page: what the opinion says, one button. Opening it confirms nothing. */
export const ConfirmPage = ({
  ui,
  shell,
  token,
  title,
  opinion,
  tally,
}: {
  ui: Ui;
  shell: Shell;
  token: string;
  title: string;
  opinion: Opinion;
  tally: Tally | null;
}) => (
  <Layout ui={ui} shell={shell} title={ui.m.board.confirm}>
    <Head ui={ui} title={ui.m.board.confirm} />
    <section class="panel narrow tight">
      <p lang="en">
        <b>{title}</b>
      </p>
      <p class="num">{ui.m.desk.opinionKinds[opinion.kind]}</p>
      <p class="soft">
        {[
          opinion.role === null ? null : ROLE_LABELS[opinion.role][ui.lang],
          tally === null ? null : tallyWords(ui, tally),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {opinion.reasons.map(({ text }) => (
        <p>{text}</p>
      ))}
      {opinion.conditions.length > 0 && (
        <ul class="tight">
          {opinion.conditions.map(({ text, dueOn }) => (
            <li>{ui.m.board.condition(text, ui.f.day(dueOn))}</li>
          ))}
        </ul>
      )}
      <PostForm shell={shell} to={desk.confirmByLink(token)}>
        <p>
          <Submit label={ui.m.board.confirm} />
        </p>
      </PostForm>
    </section>
  </Layout>
);

export const ConfirmedPage = ({ ui, shell, number }: { ui: Ui; shell: Shell; number: number }) => (
  <Layout ui={ui} shell={shell} title={ui.m.board.confirmed}>
    <Head ui={ui} title={ui.m.board.confirmed} lead={ui.m.board.confirmedLead(number)} />
  </Layout>
);
