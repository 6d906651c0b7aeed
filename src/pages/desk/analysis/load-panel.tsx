import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { RowBars, shares } from '../../components/row-bars.tsx';
import type { PanelProps } from './panel.ts';

const DRAWN = 12;

/** Who reads for how many dossiers in review: whom to spare, whom to ask. */
export const LoadPanel = ({ ui, analysis: { readers } }: PanelProps) => {
  const { m, f } = ui;
  const nameOf = (name: string | null) => name ?? m.desk.erased;
  const drawn = readers.slice(0, DRAWN);
  const lengths = shares(drawn.map(({ inReview }) => inReview));
  return (
    <section class="panel" aria-labelledby="h-load">
      <h2 id="h-load">{m.analysis.loadTitle}</h2>
      {readers.length === 0 ? (
        <p class="soft">{m.analysis.noReaders}</p>
      ) : (
        <DataFigure
          ui={ui}
          label={m.analysis.loadTitle}
          caption={m.analysis.loadCaption(readers.length - drawn.length)}
          head={[m.analysis.reader, m.dossier.groups, m.analysis.inReview, m.analysis.appointed]}
          rows={readers.map(({ name, groups, inReview, appointed }) => [
            nameOf(name),
            groups.map((group) => PILLAR_LABELS[group][ui.lang]).join(', '),
            f.whole(inReview),
            f.whole(appointed),
          ])}
        >
          <RowBars
            id="load"
            title={m.analysis.loadTitle}
            bars={drawn.map(({ name, inReview }, i) => ({
              name: nameOf(name),
              value: f.whole(inReview),
              share: lengths[i] ?? 0,
            }))}
          />
        </DataFigure>
      )}
    </section>
  );
};
