import { DESK_ROLE_LABELS } from '../../domain/desk/labels.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { isPillar } from '../../domain/pillar.ts';
import type { LogPage } from '../../services/audit/read-log.ts';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Select } from './forms.tsx';

type Props = { ui: Ui; shell: Shell; log: LogPage; action: string | undefined };

/** *Registro*: who did what to what. */
export const AuditPage = ({ ui, shell, log, action }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.audit.title}>
    <div class="title">
      <div>
        <h1>{ui.m.audit.title}</h1>
        <p class="lead">{ui.m.audit.lead(log.total)}</p>
      </div>
    </div>
    <div class="stack">
      <form class="panel row-fields noprint" method="get" action={href.audit} aria-label={ui.m.audit.filter}>
        <Select
          name="action"
          label={ui.m.audit.action}
          value={action ?? ''}
          options={[['', ui.m.audit.every], ...log.actions.map((one) => [one, actionWords(ui, one)] as const)]}
        />
        <p>
          <button class="btn quiet" type="submit">
            {ui.m.audit.show}
          </button>
        </p>
      </form>
      <div class="panel">{log.items.length === 0 ? <p>{ui.m.audit.none}</p> : <LogTable ui={ui} log={log} />}</div>
      <Pager ui={ui} list={log} />
    </div>
  </Layout>
);

const LogTable = ({ ui, log }: Pick<Props, 'ui' | 'log'>) => (
  <ScrollTable label={ui.m.audit.title} stackable>
    <thead>
      <tr>
        <th scope="col">{ui.m.audit.when}</th>
        <th scope="col">{ui.m.audit.who}</th>
        <th scope="col">{ui.m.audit.action}</th>
        <th scope="col">{ui.m.audit.what}</th>
      </tr>
    </thead>
    <tbody>
      {log.items.map((row) => (
        <tr>
          <td class="nw">{ui.f.shortDeadline(row.at)}</td>
          <td data-l={ui.m.audit.who}>{who(ui, log, row.personId)}</td>
          <td>{actionWords(ui, row.action)}</td>
          <td data-l={ui.m.audit.what}>
            {row.subjectKind === 'person' ? (
              who(ui, log, row.subjectId)
            ) : (
              <code>
                {row.subjectKind} {row.subjectId}
              </code>
            )}
            {Object.keys(row.detail).length > 0 && <div class="soft small">{detailWords(ui, row.detail)}</div>}
          </td>
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);

/** A name as it is today; who was erased has none, and keeps the log true by an id. */
function who({ m }: Ui, { names }: LogPage, id: string | null): string {
  if (id === null) return m.audit.nobody;
  return names.get(id) ?? m.audit.erased(id.slice(0, 8));
}

function actionWords({ m }: Ui, action: string): string {
  const words: Readonly<Record<string, string>> = m.audit.actions;
  return Object.hasOwn(words, action) ? (words[action] ?? action) : action;
}

/** What stands beside an action; roles and groups in words, the rest as it was written. */
const detailWords = ({ lang }: Ui, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      if (typeof value !== 'string') return `${name}: ${JSON.stringify(value)}`;
      if (name === 'role') return ROLE_WORDS.get(value)?.[lang] ?? value;
      if (name === 'scope') return isPillar(value) ? PILLAR_LABELS[value][lang] : value;
      return `${name}: ${value}`;
    })
    .join(' · ');

const ROLE_WORDS = new Map<string, Localised>(Object.entries(DESK_ROLE_LABELS));
