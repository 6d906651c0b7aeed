import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { PostForm } from './forms.tsx';
import type { Viewer } from './viewer.ts';

type Props = { ui: Ui; viewer: Viewer; exportTo: string; eraseTo: string; own?: boolean };

/** What is held about a person, to take along or to have forgotten. */
export const PrivacyPanel = ({ ui, viewer, exportTo, eraseTo, own }: Props) => (
  <section class="panel tight" aria-labelledby="h-privacy">
    <h2 id="h-privacy">{ui.m.profile.privacy}</h2>
    <p class="soft">
      {ui.m.profile.privacyLead} <a href={href.privacy}>{ui.m.profile.notice}</a>
    </p>
    <PostForm viewer={viewer} action={exportTo} class="acts">
      <button class="btn quiet" type="submit">
        {ui.m.profile.export}
      </button>
    </PostForm>
    <details>
      <summary>{own ? ui.m.profile.eraseMe : ui.m.profile.eraseThem}</summary>
      <PostForm viewer={viewer} action={eraseTo} class="form">
        <p>{ui.m.profile.eraseWhat}</p>
        <p>
          <input type="checkbox" id="confirm" name="confirm" value="yes" required />{' '}
          <label for="confirm">{ui.m.profile.eraseConfirm}</label>
        </p>
        <button class="btn danger" type="submit">
          {ui.m.profile.erase}
        </button>
      </PostForm>
    </details>
  </section>
);
