import type { LogPage } from '../../services/audit/read-log.ts';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { AuditSubject } from './audit-subject.tsx';
import { actionWords, detailWords } from './audit-words.ts';
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
      <div class="panel">
        {log.items.length === 0 ? <p>{ui.m.audit.none}</p> : <LogTable ui={ui} shell={shell} log={log} />}
      </div>
      <Pager ui={ui} list={log} />
    </div>
  </Layout>
);

const LogTable = ({ ui, shell, log }: Omit<Props, 'action'>) => (
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
              <AuditSubject ui={ui} log={log} row={row} reader={shell.viewer.person} />
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
