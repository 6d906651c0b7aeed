import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Laboratory } from '../../domain/laboratory.ts';
import { PILLARS } from '../../domain/pillar.ts';
import { programmeName } from '../components/topic-row.tsx';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

/** Fields of the form as the address has them; nothing else of the list's parameters is offered here. */
export type SearchFields = Partial<
  Record<'q' | 'status' | 'programme' | 'pillar' | 'laboratory' | 'minRelevance' | 'deadlineBefore' | 'sort', string>
>;

/** What there is to choose from today. */
export interface SearchChoices {
  /** Programmes of which the catalogue holds a topic. */
  programmes: readonly string[];
  laboratories: readonly Laboratory[];
}

const SCORES = [0.25, 0.5, 0.7, 0.9];

/** Search and filters: a plain GET form, so that every search is an address. */
export const SearchForm = ({ ui, fields, choices }: { ui: Ui; fields: SearchFields; choices: SearchChoices }) => {
  const { m } = ui;
  return (
    <search>
      <form class="panel search noprint" method="get" action={href.topics} aria-label={m.topics.search}>
        <p class="wide">
          <label for="q">{m.topics.searchLabel}</label>
          <input type="search" id="q" name="q" value={fields.q} maxlength={200} />
        </p>
        <p class="go">
          <button class="btn" type="submit">
            {m.topics.submit}
          </button>
          <a class="btn quiet" href={href.topics}>
            {m.topics.reset}
          </a>
        </p>
        <Choice name="status" label={m.topics.status} value={fields.status} options={statusOptions(ui)} />
        <Choice
          name="programme"
          label={m.topics.programme}
          value={fields.programme}
          options={programmeOptions(ui, fields, choices)}
        />
        <Choice name="pillar" label={m.topics.pillar} value={fields.pillar} options={pillarOptions(ui)} />
        {choices.laboratories.length > 0 && (
          <Choice
            name="laboratory"
            label={m.topics.laboratory}
            value={fields.laboratory}
            options={laboratoryOptions(ui, choices)}
          />
        )}
        <Choice
          name="minRelevance"
          label={m.topics.minRelevance}
          value={fields.minRelevance}
          options={scoreOptions(ui)}
        />
        <p>
          <label for="deadlineBefore">{m.topics.deadlineBefore}</label>
          <input type="date" id="deadlineBefore" name="deadlineBefore" value={fields.deadlineBefore?.slice(0, 10)} />
        </p>
        <Choice name="sort" label={m.topics.sort} value={fields.sort} options={sortOptions(ui)} />
      </form>
    </search>
  );
};

type Option = readonly [value: string, label: string];

const Choice = ({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value?: string;
  options: readonly Option[];
}) => (
  <p>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([option, text]) => (
        <option value={option} selected={option === (value ?? '')}>
          {text}
        </option>
      ))}
    </select>
  </p>
);

const statusOptions = ({ m }: Ui): Option[] => [
  ['', m.topics.live],
  ...(['open', 'forthcoming', 'closed', 'unknown'] as const).map((status): Option => [status, m.words.status[status]]),
  ['open,forthcoming,closed,unknown', m.topics.withClosed],
];

/** The programmes there are; one that only the address knows is kept, so that the form does not lose it. */
function programmeOptions({ lang, m }: Ui, { programme }: SearchFields, { programmes }: SearchChoices): Option[] {
  const codes = new Set(programmes);
  if (programme !== undefined) codes.add(programme);
  const options = [...codes].map((code): Option => [code, programmeName(code, lang)]);
  return [['', m.topics.any], ...options.sort(([, a], [, b]) => a.localeCompare(b, lang))];
}

const pillarOptions = ({ lang, m }: Ui): Option[] => [
  ['', m.topics.any],
  ...PILLARS.map((pillar): Option => [pillar, PILLAR_LABELS[pillar][lang]]),
];

const laboratoryOptions = ({ lang, m }: Ui, { laboratories }: SearchChoices): Option[] => [
  ['', m.topics.any],
  ...laboratories.map(({ id, name }): Option => [id, name[lang]]),
];

const scoreOptions = ({ f, m }: Ui): Option[] => [
  ['', m.topics.anyRelevance],
  ...SCORES.map((score): Option => [String(score), m.topics.from(f.score(score))]),
];

/** The first is what an address without `sort` gets: the next deadline, or with words the best match. */
const sortOptions = ({ m, url }: Ui): Option[] => {
  const { match, deadline, relevance, identifier } = m.topics.sorts;
  const searching = (url.searchParams.get('q') ?? '') !== '';
  const others: Option[] = [
    ['relevance', relevance],
    ['identifier', identifier],
  ];
  return searching ? [['', match], ['deadline', deadline], ...others] : [['', deadline], ...others];
};
