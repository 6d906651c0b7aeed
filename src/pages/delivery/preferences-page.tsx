import { FREQUENCIES, type MailKind } from '../../domain/delivery.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Preferences } from '../../services/delivery/preferences.ts';
import { Done, Select } from '../access/forms.tsx';
import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { own } from './paths.ts';
import { SearchesPanel } from './searches-panel.tsx';
import { WORDS } from './words.ts';

interface Props {
  ui: Ui;
  shell: Shell;
  token: string;
  given: Preferences;
  partners: readonly { id: string; name: string }[];
  saved: boolean;
}

/** All that one may say about one's mail, without sign-in: the link is the key. */
export const PreferencesPage = ({ ui, shell, token, given, partners, saved }: Props) => {
  const w = WORDS[ui.lang];
  const { subscription, mutes, person } = given;
  const muted = (mail: MailKind) => mutes.some(({ kind, value }) => kind === 'kind' && value === mail);
  return (
    <Layout ui={ui} shell={shell} title={w.title}>
      <div class="title">
        <div>
          <h1>{w.title}</h1>
          <p class="lead">{w.lead(person.name ?? '')}</p>
        </div>
      </div>
      <div class="stack">
        <Done text={saved ? w.saved : undefined} />
        {subscription.bouncedAt !== null && <Done text={w.bounced} bad />}
        <form method="post" action={own(token)} class="panel form">
          <Select
            name="frequency"
            label={w.frequency}
            value={subscription.frequency}
            options={FREQUENCIES.map((one) => [one, w.frequencies[one]] as const)}
          />
          <Select
            name="language"
            label={w.language}
            value={subscription.language ?? person.language}
            options={[
              ['it', 'Italiano'],
              ['en', 'English'],
            ]}
          />
          <Choices
            name="pillars"
            label={w.pillars}
            options={PILLARS.map((pillar) => [pillar, PILLAR_LABELS[pillar][ui.lang]] as const)}
            chosen={subscription.pillars}
          />
          <Choices
            name="partners"
            label={w.partners}
            options={partners.map(({ id, name }) => [id, name] as const)}
            chosen={subscription.partners}
          />
          <p>
            <label>
              <input type="checkbox" name="reminders" value="on" checked={!muted('reminder')} /> {w.reminders}
            </label>
          </p>
          <p>
            <label>
              <input type="checkbox" name="alerts" value="on" checked={!muted('alert')} /> {w.alerts}
            </label>
          </p>
          <button class="btn" type="submit">
            {w.save}
          </button>
        </form>
        <SearchesPanel ui={ui} token={token} given={given} partners={partners} />
      </div>
    </Layout>
  );
};

const Choices = ({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}) => (
  <fieldset>
    <legend>{label}</legend>
    {options.map(([value, text]) => (
      <p>
        <label>
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} /> {text}
        </label>
      </p>
    ))}
  </fieldset>
);
