import type { Fault } from '../../services/people/read-people.ts';
import type { Ui } from '../ui.ts';
import { PostForm } from './forms.tsx';
import type { Viewer } from './viewer.ts';

/** What came of the last list: how many went in, and the lines that stay in the field until they are mended. */
export interface Pasted {
  text: string;
  result: { added: number; known: number; faults: readonly Fault[] } | null;
}

export const NOTHING_PASTED: Pasted = { text: '', result: null };

type Props = { ui: Ui; viewer: Viewer; action: string; pasted: Pasted };

/** People from a spreadsheet. */
export const PastePanel = ({ ui, viewer, action, pasted: { text, result } }: Props) => (
  <section class="panel tight" aria-labelledby="h-paste">
    <h2 id="h-paste">{ui.m.people.paste}</h2>
    <p>{ui.m.people.pasteLead}</p>
    {result !== null && (
      <p class={`note ${result.faults.length > 0 ? 'warn' : 'ok'}`} role="status">
        {ui.m.people.pasted(result.added, result.known, result.faults.length)}
      </p>
    )}
    {result !== null && result.faults.length > 0 && (
      <ul class="lines" id="faults">
        {result.faults.map(({ line, fault, value }) => (
          <li>
            <strong>{ui.m.people.line(line)}</strong> {ui.m.people.faults[fault](value)}
          </li>
        ))}
      </ul>
    )}
    <PostForm viewer={viewer} action={action} class="form">
      <p>
        <label for="list">{ui.m.people.list}</label>
        <textarea
          class="paste"
          id="list"
          name="list"
          spellcheck={false}
          required
          aria-describedby={result !== null && result.faults.length > 0 ? 'list-help faults' : 'list-help'}
        >
          {text}
        </textarea>
        <span class="help" id="list-help">
          {ui.m.people.pasteHelp}
        </span>
      </p>
      <button class="btn" type="submit">
        {ui.m.people.add}
      </button>
    </PostForm>
  </section>
);
