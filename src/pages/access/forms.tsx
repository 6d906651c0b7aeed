import type { PropsWithChildren } from 'hono/jsx';
import { CsrfField } from './csrf-field.tsx';
import type { Viewer } from './viewer.ts';

type PostFormProps = PropsWithChildren<{ viewer: Viewer; action: string; class?: string; label?: string }>;

/** A form that changes something; its token goes with it. */
export const PostForm = ({ viewer, action, label, children, ...own }: PostFormProps) => (
  <form method="post" action={action} class={own.class} aria-label={label}>
    <CsrfField viewer={viewer} />
    {children}
  </form>
);

type FieldProps = {
  name: string;
  label: string;
  type?: 'text' | 'email';
  value?: string | undefined;
  help?: string;
  required?: boolean;
  autocomplete?: string;
  maxlength?: number;
};

export const Field = ({ name, label, type = 'text', value, help, maxlength = 120, ...more }: FieldProps) => (
  <p>
    <label for={name}>{label}</label>
    <input
      type={type}
      id={name}
      name={name}
      value={value}
      maxlength={maxlength}
      required={more.required}
      autocomplete={more.autocomplete ?? 'off'}
      aria-describedby={help === undefined ? undefined : `${name}-help`}
    />
    {help !== undefined && (
      <span id={`${name}-help`} class="help">
        {help}
      </span>
    )}
  </p>
);

export type Option = readonly [value: string, label: string];

export const Select = ({
  name,
  label,
  options,
  value,
}: {
  name: string;
  label: string;
  options: readonly Option[];
  value?: string;
}) => (
  <p>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([option, text]) => (
        <option value={option} selected={option === value}>
          {text}
        </option>
      ))}
    </select>
  </p>
);

/** What was just done, said once at the top of the page that one returns to. */
export const Done = ({ text, bad }: { text: string | undefined; bad?: boolean }) =>
  text === undefined ? null : (
    <p class={`note ${bad ? 'bad' : 'ok'}`} role={bad ? 'alert' : 'status'}>
      {text}
    </p>
  );
