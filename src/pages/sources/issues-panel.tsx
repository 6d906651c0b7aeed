import type { Page } from '../../domain/topic-card.ts';
import type { IssueRow } from '../../services/collect/sources-overview.ts';
import { Pager } from '../components/pager.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { MachineSaid } from './machine-said.tsx';

/** What somebody should look at. */
export const IssuesPanel = ({ ui, issues }: { ui: Ui; issues: Page<IssueRow> }) => {
  const { m, f } = ui;
  return (
    <section class="panel" id="issues" aria-labelledby="h-issues">
      <h2 id="h-issues">{m.sources.issues}</h2>
      {issues.items.length === 0 ? (
        <p>{m.sources.issuesNone}</p>
      ) : (
        <div class="tight">
          <p class="soft small">{m.sources.issuesLead}</p>
          <ScrollTable label={m.sources.issues} stackable>
            <thead>
              <tr>
                <th scope="col">{m.sources.what}</th>
                <th scope="col">{m.sources.about}</th>
                <th scope="col">{m.sources.said}</th>
                <th scope="col">{m.sources.times}</th>
                <th scope="col">{m.sources.lastSeen}</th>
              </tr>
            </thead>
            <tbody>
              {issues.items.map((issue) => (
                <tr>
                  <th scope="row">
                    {m.words.issue[issue.kind]}
                    <div class="soft small plain-weight">
                      <MachineSaid ui={ui} text={issue.message} />
                    </div>
                  </th>
                  <td data-l={m.sources.about}>
                    <code>{issue.subject}</code>
                  </td>
                  <td data-l={m.sources.said}>{issue.value === null ? '–' : <code>{issue.value}</code>}</td>
                  <td data-l={m.sources.times}>{f.whole(issue.count)}</td>
                  <td data-l={m.sources.lastSeen}>{f.shortDay(issue.lastSeenAt)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </div>
      )}
      <Pager ui={ui} list={issues} anchor="#issues" />
    </section>
  );
};
