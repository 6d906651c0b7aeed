import type { PartnerQuality } from '../../services/quality-report.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { Bars } from './bars.tsx';
import { rankingName } from './set-name.ts';

type Props = { ui: Ui; partners: PartnerQuality; names: ReadonlyMap<string, string> };

/** Whether those who really won stood at the top of our list of partners, and which of them we miss. */
export const PartnersPanel = ({ ui, partners, names }: Props) => {
  const { m, f } = ui;
  const known = partners.perPartner.filter(({ partnerId }) => names.has(partnerId));
  return (
    <section class="panel" aria-labelledby="h-partner-quality">
      <h2 id="h-partner-quality">{m.quality.partnersTitle}</h2>
      <p>{m.quality.partnersLead(f.whole(partners.topics))}</p>
      <ScrollTable label={m.quality.partnersTitle}>
        <thead>
          <tr>
            <th scope="col">{m.quality.ranking}</th>
            <th scope="col">{m.quality.reciprocalRank}</th>
            <th scope="col">{m.quality.inFirstThree}</th>
            <th scope="col">{m.quality.othersInFirstFive}</th>
          </tr>
        </thead>
        <tbody>
          {partners.figures.map(({ name, reciprocalRank, inFirstThree, othersInFirstFive }) => (
            <tr>
              <th scope="row">{rankingName(ui, name)}</th>
              <td>{f.score(reciprocalRank)}</td>
              <td>{f.percent(inFirstThree)}</td>
              <td>{f.percent(othersInFirstFive)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {known.length > 0 && <HitRates ui={ui} rates={known} names={names} />}
    </section>
  );
};

type Rates = { ui: Ui; rates: PartnerQuality['perPartner']; names: Props['names'] };

const HitRates = ({ ui, rates, names }: Rates) => {
  const { m, f } = ui;
  return (
    <figure>
      <h3>{m.quality.hitRates}</h3>
      <Bars
        ui={ui}
        id="hit-rates"
        title={m.quality.hitRates}
        bars={rates.map(({ partnerId, wins, inFirstFive }) => ({
          name: names.get(partnerId) ?? partnerId,
          share: inFirstFive / Math.max(1, wins),
          value: m.quality.hits(f.whole(inFirstFive), f.whole(wins)),
        }))}
      />
      <details>
        <summary>{m.frame.table}</summary>
        <ScrollTable label={m.quality.hitRates}>
          <thead>
            <tr>
              <th scope="col">{m.quality.partner}</th>
              <th scope="col">{m.quality.wonTopics}</th>
              <th scope="col">{m.quality.amongFirstFive}</th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ partnerId, wins, inFirstFive }) => (
              <tr>
                <th scope="row">
                  <a href={href.partner(partnerId)}>{names.get(partnerId)}</a>
                </th>
                <td>{f.whole(wins)}</td>
                <td>{f.whole(inFirstFive)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </figure>
  );
};
