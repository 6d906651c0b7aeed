import { PARTNER_TYPE_HEADINGS } from '../../domain/labels/roles.ts';
import { PARTNER_TYPES, type Partner } from '../../domain/partner.ts';
import type { Ui } from '../ui.ts';

export type NamedBody = Pick<Partner, 'id' | 'name' | 'type'>;

interface Props {
  ui: Ui;
  id: string;
  name?: string;
  label: string;
  bodies: readonly NamedBody[];
  /** What it says where no body is chosen; without it a body must be chosen. */
  none?: string;
  value?: string | null;
}

/** One of our bodies: public bodies, universities, companies each under their heading, by name. Seventy in one row are no list. */
export const BodyChoice = ({ ui, id, name = id, label, bodies, none, value }: Props) => (
  <p>
    <label for={id}>{label}</label>
    <select id={id} name={name} required={none === undefined}>
      {none !== undefined && <option value="">{none}</option>}
      <BodyOptions ui={ui} bodies={bodies} value={value ?? null} />
    </select>
  </p>
);

export const BodyOptions = ({ ui, bodies, value }: { ui: Ui; bodies: readonly NamedBody[]; value: string | null }) => (
  <>
    {PARTNER_TYPES.map((type) => {
      const own = bodies.filter((body) => body.type === type);
      return own.length === 0 ? null : (
        <optgroup label={PARTNER_TYPE_HEADINGS[type][ui.lang]}>
          {own
            .toSorted((a, b) => a.name.localeCompare(b.name, ui.lang))
            .map((body) => (
              <option value={body.id} selected={body.id === value}>
                {body.name}
              </option>
            ))}
        </optgroup>
      );
    })}
  </>
);
