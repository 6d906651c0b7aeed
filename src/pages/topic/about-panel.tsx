import type { TopicDetail } from '../../domain/topic-card.ts';
import { href, topicKey } from '../links.ts';
import { sourceName } from '../sources/source-name.ts';
import type { Ui } from '../ui.ts';

/** Where the call was read and when, what it belongs to, and under which other names it is known. */
export const AboutPanel = ({ ui, topic }: { ui: Ui; topic: TopicDetail }) => {
  const { m, f } = ui;
  const names = topic.aliases.filter((alias) => alias !== topicKey(topic));
  return (
    <section class="panel" aria-labelledby="h-about">
      <h2 id="h-about">{m.topic.about}</h2>
      <dl class="facts">
        <div>
          <dt>{m.topic.kind}</dt>
          <dd>{m.words.kind[topic.kind]}</dd>
        </div>
        {topic.callIdentifier !== null && (
          <div>
            <dt>{m.topic.call}</dt>
            <dd>
              <code>{topic.callIdentifier}</code>
              {topic.callTitle !== null && <small lang="en">{topic.callTitle}</small>}
            </dd>
          </div>
        )}
        {topic.parentIdentifier !== null && (
          <div>
            <dt>{m.topic.parent}</dt>
            <dd>
              <code>{topic.parentIdentifier}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{m.topic.source}</dt>
          <dd>
            <a href={href.sources}>{sourceName(ui, topic.source)}</a>
          </dd>
        </div>
        <div>
          <dt>{m.topic.firstSeen}</dt>
          <dd>{f.day(topic.firstSeenAt)}</dd>
        </div>
        <div>
          <dt>{m.topic.lastSeen}</dt>
          <dd>{f.moment(topic.lastSeenAt)}</dd>
        </div>
        {names.length > 0 && (
          <div>
            <dt>{m.topic.aliases}</dt>
            {names.map((alias) => (
              <dd>
                <code>{alias}</code>
              </dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
};
