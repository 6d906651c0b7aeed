import { daysBetween } from '../../../domain/brussels.ts';
import type { DossierState } from '../../../domain/desk/dossier/state.ts';
import { STATE_LABELS } from '../../../domain/desk/labels.ts';
import type { ListedDossier } from '../../../services/desk/list-dossiers.ts';
import type { Names } from '../../../services/desk/read-minutes.ts';
import { Layout } from '../../components/layout.tsx';
import { PillarMark, pillarClass } from '../../components/pillar-mark.tsx';
import { ScrollTable } from '../../components/scroll-table.tsx';
import { withQuery } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Head, nameOf } from '../parts.tsx';

/** The board's columns: neighbouring states that one and the same person works on. */
const COLUMNS = {
  intake: ['found', 'in-triage', 'assigned'],
  judging: ['gathering-interest', 'in-review', 'in-short-route', 'collegial-evaluation'],
  opinion: ['favourable', 'with-conditions', 'watching', 'contrary'],
  preparation: ['in-preparation', 'submitted', 'second-stage'],
  outcome: ['funded', 'reserve', 'rejected', 'withdrawn', 'project', 'closed', 'discarded', 'suspended'],
} as const satisfies Record<string, readonly DossierState[]>;
type Column = keyof typeof COLUMNS;

interface Props {
  ui: Ui;
  shell: Shell;
  dossiers: readonly ListedDossier[];
  names: Names;
  table: boolean;
  ended: boolean;
  mayAdd: boolean;
}

/** Every dossier a person may read: as a board by state, or as a table. */
export const DossiersPage = (props: Props) => {
  const { ui, shell, dossiers, table, ended, mayAdd } = props;
  const view = table ? 'tabella' : undefined;
  return (
    <Layout ui={ui} shell={shell} title={ui.m.desk.places.dossiers} place="dossiers">
      <Head ui={ui} title={ui.m.desk.places.dossiers} lead={ui.m.dossier.lead(dossiers.length)}>
        <a
          class="btn quiet"
          href={withQuery(desk.dossiers, { vista: table ? undefined : 'tabella', chiusi: ended ? 'si' : undefined })}
        >
          {table ? ui.m.dossier.asBoard : ui.m.dossier.asTable}
        </a>
        <a class="btn quiet" href={withQuery(desk.dossiers, { vista: view, chiusi: ended ? undefined : 'si' })}>
          {ended ? ui.m.dossier.withoutEnded : ui.m.dossier.withEnded}
        </a>
        {mayAdd && (
          <a class="btn" href={desk.newDossier}>
            {ui.m.dossier.add}
          </a>
        )}
      </Head>
      {dossiers.length === 0 ? (
        <p class="panel">{ui.m.dossier.none}</p>
      ) : table ? (
        <Table {...props} />
      ) : (
        <Board {...props} />
      )}
    </Layout>
  );
};

const Board = ({ ui, dossiers, names }: Props) => (
  <div class="board">
    {Object.keys(COLUMNS).map((name) => {
      const column = name as Column;
      const own = dossiers.filter(({ state }) => COLUMNS[column].some((one) => one === state));
      return (
        <section aria-labelledby={`col-${column}`}>
          <h2 id={`col-${column}`}>
            {ui.m.dossier.columns[column]} <span class="count">{ui.f.whole(own.length)}</span>
          </h2>
          <ul class="cards">
            {own.map((row) => (
              <li class={`panel card ${pillarClass(row.groups[0] ?? null)}`}>
                <h3>
                  <a href={desk.dossier(row.id)} lang={row.topicKey === null ? undefined : 'en'}>
                    {row.title}
                  </a>
                </h3>
                <p class="small soft">
                  {STATE_LABELS[row.state][ui.lang]} · {nameOf(ui, names, row.ownerId)}
                </p>
                <p class="acts small">
                  {row.groups.map((group) => (
                    <PillarMark pillar={group} lang={ui.lang} small />
                  ))}
                  <DaysLeft ui={ui} row={row} />
                  {row.toReview && <span class="tag warn">{ui.m.dossier.toReview}</span>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </div>
);

const Table = ({ ui, dossiers, names }: Props) => (
  <div class="panel">
    <ScrollTable label={ui.m.desk.places.dossiers} stackable>
      <thead>
        <tr>
          <th scope="col">{ui.m.dossier.call}</th>
          <th scope="col">{ui.m.dossier.state}</th>
          <th scope="col">{ui.m.dossier.owner}</th>
          <th scope="col">{ui.m.dossier.deadline}</th>
        </tr>
      </thead>
      <tbody>
        {dossiers.map((row) => (
          <tr>
            <th scope="row">
              <a href={desk.dossier(row.id)} lang={row.topicKey === null ? undefined : 'en'}>
                {row.title}
              </a>
            </th>
            <td>
              {STATE_LABELS[row.state][ui.lang]} {row.toReview && <span class="tag warn">{ui.m.dossier.toReview}</span>}
            </td>
            <td>{nameOf(ui, names, row.ownerId)}</td>
            <td>
              <DaysLeft ui={ui} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  </div>
);

const DaysLeft = ({ ui, row: { deadlineAt } }: { ui: Ui; row: ListedDossier }) =>
  deadlineAt === null ? (
    <span class="soft">{ui.m.topics.deadlineUnknown}</span>
  ) : (
    <span class={deadlineAt <= ui.now ? 'soft' : undefined}>
      {ui.f.shortDay(deadlineAt)}
      {deadlineAt > ui.now && ` · ${ui.m.desk.inDays(daysBetween(ui.now, deadlineAt))}`}
    </span>
  );
