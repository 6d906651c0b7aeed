import type { PartnerQuality } from '../../services/matching/quality-report.ts';
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
            <th scope="col">{m.quality.set}</th>
            <th scope="col">{m.quality.ranking}</th>
            <th scope="col">{m.quality.reciprocalRank}</th>
            <th scope="col">{m.quality.inFirstThree}</th>
            <th scope="col">{m.quality.othersInFirstFive}</th>
          </tr>
        </thead>
        <FigureRows ui={ui} about={m.quality.eachHidden} figures={partners.figures} />
        {partners.forward.map(({ year, topics, figures }) => (
          <FigureRows ui={ui} about={m.quality.forwardIn(year, f.whole(topics))} figures={figures} />
        ))}
      </ScrollTable>
      {partners.elsewhere.map(({ profile, partners: bodies, wins, inFirstThree }) => (
        <p class="small">
          {wins === 0
            ? m.quality.elsewhereNone(cityName(profile))
            : m.quality.elsewhere(cityName(profile), f.whole(inFirstThree), f.whole(wins), f.whole(bodies))}
        </p>
      ))}
      {known.length > 0 && <HitRates ui={ui} rates={known} names={names} />}
    </section>
  );
};

type RowsProps = { ui: Ui; about: string; figures: PartnerQuality['figures'] };

const FigureRows = ({ ui, about, figures }: RowsProps) => (
  <tbody>
    {figures.map(({ name, reciprocalRank, inFirstThree, othersInFirstFive }, i) => (
      <tr>
        {i === 0 && (
          <th scope="rowgroup" rowspan={figures.length}>
            {about}
          </th>
        )}
        <th scope="row">{rankingName(ui, name)}</th>
        <td>{ui.f.score(reciprocalRank)}</td>
        <td>{ui.f.percent(inFirstThree)}</td>
        <td>{ui.f.percent(othersInFirstFive)}</td>
      </tr>
    ))}
  </tbody>
);

/** A profile is named by its city in small letters. */
const cityName = (profile: string): string => profile.charAt(0).toUpperCase() + profile.slice(1);

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
