import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { RowBars, shares } from '../../components/row-bars.tsx';
import { href } from '../../links.ts';
import type { PanelProps } from './panel.ts';

const LISTED = 30;

/** Calls that stood on *Da valutare* and closed without anybody opening or discarding them. */
export const MissedPanel = ({ ui, analysis: { missed, since } }: PanelProps) => {
  const { m, f } = ui;
  const counts = PILLARS.map((pillar) => missed.filter((call) => call.pillar === pillar).length);
  const lengths = shares(counts);
  return (
    <section class="panel" aria-labelledby="h-missed">
      <header>
        <h2 id="h-missed">{m.analysis.missedTitle}</h2>
        <b>{f.whole(missed.length)}</b>
      </header>
      {missed.length === 0 ? (
        <p class="soft">{m.analysis.noneMissed(f.day(since))}</p>
      ) : (
        <DataFigure
          ui={ui}
          label={m.analysis.missedTitle}
          caption={m.analysis.missedCaption(f.day(since), Math.min(LISTED, missed.length))}
          head={[m.analysis.call, m.analysis.pillar, m.analysis.closedOn, m.analysis.relevance]}
          rows={missed.slice(0, LISTED).map(({ key, title, pillar, closedAt, relevance }) => [
            <a href={href.topicKey(key)} lang="en">
              {title}
            </a>,
            pillar === null ? m.frame.unknown : PILLAR_LABELS[pillar][ui.lang],
            f.shortDay(closedAt),
            f.score(relevance),
          ])}
        >
          <RowBars
            id="missed"
            title={m.analysis.missedTitle}
            bars={PILLARS.map((pillar, i) => ({
              name: PILLAR_LABELS[pillar][ui.lang],
              value: f.whole(counts[i] ?? 0),
              share: lengths[i] ?? 0,
              pillar,
            }))}
          />
        </DataFigure>
      )}
    </section>
  );
};
