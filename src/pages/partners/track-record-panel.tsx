import type { PartnerTrackRecord } from '../../services/topics/list-track-record.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { partWord } from '../view/part-word.ts';

const SHOWN = 25;

/** What the partner won: totals, then project by project, the latest first. */
export const TrackRecordPanel = ({ ui, record }: { ui: Ui; record: PartnerTrackRecord }) => {
  const { m, f } = ui;
  const { totals, items } = record;
  return (
    <section class="panel" aria-labelledby="h-record">
      <header>
        <h2 id="h-record">{m.partners.record}</h2>
        {totals.projects > 0 && (
          <span class="small soft">
            {m.partners.totals(totals.projects, totals.coordinated)} · {f.money(totals.contributionEur)}
          </span>
        )}
      </header>
      {items.length === 0 ? (
        <p>{m.partners.noRecord}</p>
      ) : (
        <ScrollTable label={m.partners.record} stackable>
          <thead>
            <tr>
              <th scope="col">{m.partners.project}</th>
              <th scope="col">{m.partners.topic}</th>
              <th scope="col">{m.partners.part}</th>
              <th scope="col">{m.partners.contribution}</th>
              <th scope="col">{m.partners.since}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, SHOWN).map((item) => (
              <Row ui={ui} item={item} />
            ))}
          </tbody>
        </ScrollTable>
      )}
      {items.length > SHOWN && <p class="small soft">{m.partners.moreProjects(items.length - SHOWN)}</p>}
    </section>
  );
};

const Row = ({ ui, item }: { ui: Ui; item: PartnerTrackRecord['items'][number] }) => {
  const { m, f } = ui;
  return (
    <tr>
      <th scope="row">
        <a href={item.url} rel="noopener" lang="en">
          {item.acronym}
        </a>
      </th>
      <td data-l={m.partners.topic}>
        {item.topics.map((topic) => (
          <a href={href.topicKey(topic)}>
            <code>{topic}</code>
          </a>
        ))}
      </td>
      <td data-l={m.partners.part}>{partWord(ui, item.role)}</td>
      <td data-l={m.partners.contribution}>
        {item.contributionEur === null ? m.frame.unknown : f.money(item.contributionEur)}
      </td>
      <td data-l={m.partners.since}>{item.startOn === null ? m.frame.unknown : item.startOn.slice(0, 4)}</td>
    </tr>
  );
};
