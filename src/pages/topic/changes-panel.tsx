import type { Page, TopicDetail } from '../../domain/topic-card.ts';
import type { ChangeCard } from '../../services/topics/list-changes.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { ChangedValue } from './changed-value.tsx';

type Props = { ui: Ui; topic: TopicDetail; changes: Page<ChangeCard> };

/** What moved since the first reading, the newest first: old value, new value, and whether it matters. */
export const ChangesPanel = ({ ui, topic, changes }: Props) => {
  const { m } = ui;
  const older = changes.total - changes.items.length;
  return (
    <section class="panel" aria-labelledby="h-changes">
      <h2 id="h-changes">{m.topic.changes}</h2>
      {changes.items.length === 0 ? (
        <p>{m.topic.changesNone(ui.f.day(topic.firstSeenAt))}</p>
      ) : (
        <ScrollTable label={m.topic.changes} stackable>
          <thead>
            <tr>
              <th scope="col">{m.topic.when}</th>
              <th scope="col">{m.topic.field}</th>
              <th scope="col">{m.topic.beforeAfter}</th>
              <th scope="col">{m.topic.effect}</th>
            </tr>
          </thead>
          <tbody>
            {changes.items.map((change) => (
              <tr>
                <td>{ui.f.shortDay(change.at)}</td>
                <td data-l={m.topic.field}>{m.words.field[change.field]}</td>
                <td>
                  {change.field === 'text' ? (
                    m.topic.textChanged
                  ) : (
                    <>
                      <ChangedValue ui={ui} field={change.field} value={change.before} look="old" /> →{' '}
                      <ChangedValue ui={ui} field={change.field} value={change.after} look="to" />
                    </>
                  )}
                </td>
                <td>
                  {change.material ? (
                    <span class="tag new">{m.topic.material}</span>
                  ) : (
                    <span class="soft">{m.topic.notMaterial}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {older > 0 && (
        <p class="small">
          <a href={`/api/v1/topics/${encodeURIComponent(changes.items[0]?.topic ?? topic.identifier)}/changes`}>
            {m.topic.moreChanges(older)}
          </a>
        </p>
      )}
    </section>
  );
};
