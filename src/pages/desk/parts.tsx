import type { PropsWithChildren } from 'hono/jsx';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Names } from '../../services/desk/read-minutes.ts';
import { CsrfField } from '../access/csrf-field.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

type FormProps = PropsWithChildren<{
  shell: Shell;
  to: string;
  hidden?: Readonly<Record<string, string | number>>;
  class?: string;
  id?: string;
  autosave?: boolean;
}>;

/** A form that changes something: token first, then what the reader does not see. */
export const PostForm = ({ shell, to, hidden = {}, class: look = 'tight', id, autosave, children }: FormProps) => (
  <form method="post" action={to} class={look} id={id} data-autosave={autosave === true ? '' : undefined}>
    <CsrfField viewer={shell.viewer} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
    {children}
  </form>
);

interface FieldProps {
  /** Unique on the page. */
  id: string;
  name?: string;
  label: string;
  value?: string | number | null;
  type?: 'text' | 'date' | 'number' | 'email' | 'url' | 'time';
  required?: boolean;
  hint?: string;
}

export const Field = ({ id, name = id, label, value, type = 'text', required, hint }: FieldProps) => (
  <p>
    <label for={id}>{label}</label>
    <input
      type={type}
      id={id}
      name={name}
      value={value ?? ''}
      required={required}
      step={type === 'number' ? 'any' : undefined}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    <Hint id={id} text={hint} />
  </p>
);

const Hint = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <span class="small soft" id={`${id}-hint`}>
      {text}
    </span>
  );

export const Area = ({ id, name = id, label, value, required, rows = 3 }: FieldProps & { rows?: number }) => (
  <p>
    <label for={id}>{label}</label>
    <textarea id={id} name={name} rows={rows} required={required}>
      {value ?? ''}
    </textarea>
  </p>
);

export type Option = readonly [value: string, label: string];

export const Choice = ({
  id,
  name = id,
  label,
  value,
  options,
  required,
  hint,
}: FieldProps & { options: readonly Option[] }) => (
  <p>
    <label for={id}>{label}</label>
    <select id={id} name={name} required={required} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      {options.map(([option, text]) => (
        <option value={option} selected={option === String(value ?? '')}>
          {text}
        </option>
      ))}
    </select>
    <Hint id={id} text={hint} />
  </p>
);

export const Submit = ({
  label,
  quiet,
  name,
  value,
}: {
  label: string;
  quiet?: boolean;
  name?: string;
  value?: string;
}) => (
  <button class={quiet ? 'btn quiet' : 'btn'} type="submit" name={name} value={value}>
    {label}
  </button>
);

/** The groups, as boxes to tick. */
export const GroupBoxes = ({ ui, chosen, legend }: { ui: Ui; chosen: readonly Pillar[]; legend: string }) => (
  <fieldset>
    <legend class="small">{legend}</legend>
    <div class="picks">
      {PILLARS.map((pillar) => (
        <label class="pick">
          <input type="checkbox" name="groups[]" value={pillar} checked={chosen.includes(pillar)} />{' '}
          {PILLAR_LABELS[pillar][ui.lang]}
        </label>
      ))}
    </div>
  </fieldset>
);

export const roleOptions = (ui: Ui, none?: string): Option[] => [
  ...(none === undefined ? [] : [['', none] as const]),
  ...CITY_ROLES.map((role): Option => [role, ROLE_LABELS[role][ui.lang]]),
];

export const peopleOptions = (
  staff: readonly { id: string; name: string | null }[],
  ui: Ui,
  none?: string,
): Option[] => [
  ...(none === undefined ? [] : [['', none] as const]),
  ...staff
    .map(({ id, name }): Option => [id, name ?? ui.m.desk.erased])
    .sort(([, a], [, b]) => a.localeCompare(b, ui.lang)),
];

/** Somebody's name; whoever was erased stays in history without one. */
export const nameOf = (ui: Pick<Ui, 'm'>, names: Names, id: string | null): string =>
  id === null ? ui.m.desk.nobody : (names.get(id) ?? ui.m.desk.erased);

/** What has just been done, said once where the page begins. */
export const Done = ({ ui }: { ui: Ui }) => {
  const word = ui.url.searchParams.get('fatto');
  const known = Object.entries(ui.m.desk.done).find(([name]) => name === word);
  return known === undefined ? null : (
    <p class="note ok" role="status">
      {known[1]}
    </p>
  );
};

/** Title, lead, what was done; the beginning of every page of the desk. */
export const Head = ({
  ui,
  title,
  lead,
  english,
  children,
}: PropsWithChildren<{ ui: Ui; title: string; lead?: string; english?: boolean }>) => (
  <>
    <div class="title">
      <div>
        <h1 lang={english === true ? 'en' : undefined}>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {children !== undefined && <div class="acts noprint">{children}</div>}
    </div>
    <Done ui={ui} />
  </>
);
