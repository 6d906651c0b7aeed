import type { Preferences } from '../../services/delivery/preferences.ts';
import { Field } from '../access/forms.tsx';
import type { Ui } from '../ui.ts';
import { muteName } from '../watching/mute-name.ts';
import { own } from './paths.ts';
import { WORDS } from './words.ts';

interface SearchesPanelProps {
  ui: Ui;
  token: string;
  given: Preferences;
  partners: readonly { id: string; name: string }[];
}

/** Saved searches, with the plain word that saving subscribes; and what is muted. */
export const SearchesPanel = ({ ui, token, given, partners }: SearchesPanelProps) => {
  const w = WORDS[ui.lang];
  return (
    <>
      <section class="panel" aria-labelledby="h-searches">
        <h2 id="h-searches">{w.searches}</h2>
        <p>{w.searchesLead}</p>
        <ul class="lines">
          {given.searches.map(({ id, query }) => (
            <li class="li">
              <span>{query}</span>
              <form method="post" action={`${own(token)}/ricerche/${id}/togli`}>
                <button class="btn quiet" type="submit">
                  {w.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form method="post" action={`${own(token)}/ricerche`} class="form">
          <Field name="query" label={w.query} maxlength={200} required />
          <button class="btn" type="submit">
            {w.addSearch}
          </button>
        </form>
      </section>
      <section class="panel" aria-labelledby="h-mutes">
        <h2 id="h-mutes">{w.mutes}</h2>
        {given.mutes.length === 0 && <p>{w.noMutes}</p>}
        <ul class="lines">
          {given.mutes.map(({ kind, value, untilChange }) => (
            <li class="li">
              <span>
                {muteName(ui, { kind, value }, partners)}{' '}
                {untilChange && <span class="soft small">{w.untilChange}</span>}
              </span>
              <form method="post" action={`${own(token)}/riattiva`}>
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="value" value={value} />
                <button class="btn quiet" type="submit">
                  {w.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
