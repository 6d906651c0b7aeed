import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Laboratory } from '../../domain/laboratory.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { ShortlistEntry } from '../../services/matching/shortlist.ts';
import type { PillarCard } from '../../services/topics/list-pillars.ts';
import { CallsTabs } from '../components/calls-tabs.tsx';
import { Layout } from '../components/layout.tsx';
import { PillarMark, pillarClass } from '../components/pillar-mark.tsx';
import { RowHeads, TopicRow } from '../components/topic-row.tsx';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { BarKey } from './bar-key.tsx';
import { EmptyShortlist } from './empty-shortlist.tsx';
import { LaboratoryFilter } from './laboratory-filter.tsx';
import { PillarFilter } from './pillar-filter.tsx';

interface ShortlistPageProps {
  ui: Ui;
  shell: Shell;
  entries: readonly ShortlistEntry[];
  pillars: readonly PillarCard[];
  laboratories: readonly Laboratory[];
  chosen: { pillar?: Pillar | undefined; laboratory?: string | undefined };
}

/** *Da valutare*: the calls to judge, a thread for each pillar. */
export const ShortlistPage = ({ ui, shell, entries, pillars, laboratories, chosen }: ShortlistPageProps) => (
  <Layout ui={ui} shell={shell} title={ui.m.topics.shortlistTitle} place="shortlist">
    <CallsTabs ui={ui} shell={shell} here="shortlist" />
    <div class="title">
      <div>
        <h1>{ui.m.topics.shortlistTitle}</h1>
        <p class="lead">{ui.m.topics.shortlistLead(shell.waiting)}</p>
      </div>
      <div class="acts noprint">
        <a class="btn quiet" href={withQuery(`${href.shortlist}.csv`, { ...chosen })}>
          {ui.m.topics.csv}
        </a>
      </div>
    </div>
    <PillarFilter ui={ui} pillars={pillars} total={shell.waiting} chosen={chosen.pillar} />
    <LaboratoryFilter ui={ui} laboratories={laboratories} pillars={pillars} chosen={chosen.laboratory} />
    {entries.length === 0 ? (
      <EmptyShortlist ui={ui} chosen={chosen.pillar} />
    ) : (
      <>
        <BarKey ui={ui} />
        <RowHeads ui={ui} why />
        {[...PILLARS, null].map((pillar) => (
          <Group
            ui={ui}
            pillar={pillar}
            entries={entries.filter((entry) => entry.primaryPillar === pillar)}
            pillars={pillars}
          />
        ))}
      </>
    )}
  </Layout>
);

type GroupProps = { ui: Ui; pillar: Pillar | null; entries: readonly ShortlistEntry[]; pillars: readonly PillarCard[] };

const Group = ({ ui, pillar, entries, pillars }: GroupProps) => {
  if (entries.length === 0) return null;
  const id = pillar ?? 'none';
  const group = pillars.find((card) => card.pillar === pillar)?.group[ui.lang];
  return (
    <section class={`group ${pillarClass(pillar)}`} id={id} aria-labelledby={`h-${id}`}>
      <header>
        <PillarMark pillar={pillar} lang={ui.lang} />
        <h2 id={`h-${id}`}>{pillar === null ? ui.m.topics.noPillar : PILLAR_LABELS[pillar][ui.lang]}</h2>
        {group !== undefined && (
          <span class="soft small" lang="en">
            {group}
          </span>
        )}
        <span class="soft small">{ui.m.topics.group(entries.length)}</span>
      </header>
      <ol class="rows">
        {entries.map((entry) => (
          <TopicRow ui={ui} card={entry} reasons={entry.reasons} chance={entry} />
        ))}
      </ol>
    </section>
  );
};
