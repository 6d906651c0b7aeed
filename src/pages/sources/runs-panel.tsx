import type { JobRun } from '../../services/collect/sources-overview.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';

const LOOKS = { done: 'done ok', failed: 'no bad', skipped: 'no soft', running: 'run new' } as const;

/** What the jobs did, run by run, zeros included. */
export const RunsPanel = ({ ui, runs }: { ui: Ui; runs: readonly JobRun[] }) => {
  const { m, f } = ui;
  return (
    <section class="panel" aria-labelledby="h-runs">
      <h2 id="h-runs">{m.sources.runs}</h2>
      {runs.length === 0 ? (
        <p>{m.sources.runsNone}</p>
      ) : (
        <div class="tight">
          <p class="soft small">{m.sources.runsLead}</p>
          <ScrollTable label={m.sources.runs} stackable>
            <thead>
              <tr>
                <th scope="col">{m.sources.job}</th>
                <th scope="col">{m.sources.started}</th>
                <th scope="col">{m.sources.outcome}</th>
                <th scope="col">{m.sources.counts}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ job, startedAt, outcome, counts, message }) => (
                <tr>
                  <th scope="row">{jobWord(ui, job)}</th>
                  <td data-l={m.sources.started}>{f.moment(startedAt)}</td>
                  <td>
                    <span class={`state ${LOOKS[outcome ?? 'running']}`}>
                      {m.sources.outcomes[outcome ?? 'running']}
                    </span>
                    {message !== null && (
                      <div class="soft small" lang="en">
                        {message}
                      </div>
                    )}
                  </td>
                  <td lang="en">
                    {Object.entries(counts)
                      .map(([name, count]) => `${name} ${f.whole(count)}`)
                      .join(', ') || '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </div>
      )}
    </section>
  );
};

const jobWord = ({ m }: Ui, job: string): string =>
  Object.entries(m.sources.jobs).find(([name]) => name === job)?.[1] ?? job;
