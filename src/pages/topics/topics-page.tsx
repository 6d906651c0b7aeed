import { englishNames } from '../../domain/glossary/english-names.ts';
import type { Page, TopicCard } from '../../domain/topic-card.ts';
import { CallsTabs } from '../components/calls-tabs.tsx';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { RowHeads, TopicRow } from '../components/topic-row.tsx';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { SaveSearch } from '../watching/save-search.tsx';
import { type SearchChoices, type SearchFields, SearchForm } from './search-form.tsx';

interface TopicsPageProps {
  ui: Ui;
  shell: Shell;
  list: Page<TopicCard>;
  fields: SearchFields;
  choices: SearchChoices;
  /** Nothing live answered the search: what is shown is closed. */
  onlyPast: boolean;
}

/** *Bandi*: every call read, by words and filters. */
export const TopicsPage = ({ ui, shell, list, fields, choices, onlyPast }: TopicsPageProps) => (
  <Layout
    ui={ui}
    shell={shell}
    title={fields.q ? `${fields.q} · ${ui.m.topics.searchTitle}` : ui.m.topics.searchTitle}
    place="topics"
  >
    <CallsTabs ui={ui} shell={shell} here="topics" />
    <div class="title">
      <div>
        <h1>{ui.m.topics.searchTitle}</h1>
        <p class="lead">{ui.m.topics.searchLead}</p>
      </div>
    </div>
    <div class="stack">
      <SearchForm ui={ui} fields={fields} choices={choices} />
      {shell.viewer.person !== null && fields.q !== undefined && fields.q.trim().length > 1 && (
        <SaveSearch
          ui={ui}
          shell={shell}
          query={fields.q}
          pillar={fields.pillar}
          otherFilters={Object.keys(fields).some((name) => !['q', 'pillar', 'sort'].includes(name))}
        />
      )}
      <section aria-labelledby="results">
        <header class="results">
          <h2 id="results">{ui.m.topics.found(list.total)}</h2>
          {list.total > 0 && (
            <a class="noprint" href={withQuery(`${href.topics}.csv`, { ...fields })}>
              {ui.m.topics.csvOfThis}
            </a>
          )}
        </header>
        <AlsoInEnglish ui={ui} typed={fields.q ?? ''} />
        {onlyPast && <p class="note warn">{ui.m.topics.onlyPast}</p>}
        {list.items.length === 0 ? (
          <p class="panel">{ui.m.topics.nothing}</p>
        ) : (
          <>
            <RowHeads ui={ui} flat />
            <ol class="rows" start={(list.page - 1) * list.pageSize + 1}>
              {list.items.map((card) => (
                <TopicRow ui={ui} card={card} />
              ))}
            </ol>
          </>
        )}
        <Pager ui={ui} list={list} />
      </section>
    </div>
  </Layout>
);

/** Which English the search asked for, so that a hit without the typed word explains itself. */
const AlsoInEnglish = ({ ui, typed }: { ui: Ui; typed: string }) => {
  const names = englishNames(typed);
  if (names.length === 0) return null;
  return (
    <p class="soft">
      {ui.m.topics.alsoInEnglish} <span lang="en">{names.join(', ')}</span>.
    </p>
  );
};
