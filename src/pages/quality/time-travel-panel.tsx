import type { TimeTravel } from '../../services/matching/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { Bars } from './bars.tsx';

/** On 1 March of each year, with what was known then: how many of the topics that cities later won stood at the top. */
export const TimeTravelPanel = ({ ui, travels }: { ui: Ui; travels: readonly TimeTravel[] }) => {
  const { m, f } = ui;
  return (
    <section class="panel" aria-labelledby="h-travel">
      <h2 id="h-travel">{m.quality.travelTitle}</h2>
      <p>{m.quality.travelLead}</p>
      <figure>
        <Bars
          ui={ui}
          id="travel"
          title={m.quality.travelTitle}
          bars={travels.map(({ year, won, inTopTenth }) => ({
            name: m.quality.firstOfMarch(year),
            share: inTopTenth / Math.max(1, won),
            value: m.quality.hits(f.whole(inTopTenth), f.whole(won)),
          }))}
        />
        <details>
          <summary>{m.frame.table}</summary>
          <ScrollTable label={m.quality.travelTitle}>
            <thead>
              <tr>
                <th scope="col">{m.quality.year}</th>
                <th scope="col">{m.quality.calls}</th>
                <th scope="col">{m.quality.whoseWins}</th>
                <th scope="col">{m.quality.wonByCities}</th>
                <th scope="col">{m.quality.inTopTenth}</th>
              </tr>
            </thead>
            <tbody>
              {travels.map(({ year, known, topics, won, inTopTenth }) => (
                <tr>
                  <th scope="row">{year}</th>
                  <td>{f.whole(topics)}</td>
                  <td>{m.quality.knownOf[known]}</td>
                  <td>{f.whole(won)}</td>
                  <td>{f.whole(inTopTenth)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </details>
      </figure>
    </section>
  );
};
