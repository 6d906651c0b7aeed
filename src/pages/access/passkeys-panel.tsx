import type { PasskeyCard } from '../../services/access/passkeys.ts';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { PostForm } from './forms.tsx';

type Props = { ui: Ui; shell: Shell; passkeys: readonly PasskeyCard[] };

/** Passkeys: those there are, and how to make one. Making needs a script; taking away does not. */
export const PasskeysPanel = ({ ui, shell, passkeys }: Props) => (
  <section class="panel tight" aria-labelledby="h-passkeys">
    <h2 id="h-passkeys">{ui.m.profile.passkeys}</h2>
    <p class="soft">{ui.m.profile.passkeysLead}</p>
    {passkeys.length > 0 && (
      <ul class="lines">
        {passkeys.map(({ credentialId, name, createdAt, lastUsedAt }) => (
          <li class="li">
            <span>
              {name}
              <br />
              <span class="soft small">
                {ui.m.profile.passkeyDates(
                  ui.f.shortDay(createdAt),
                  lastUsedAt === null ? null : ui.f.shortDay(lastUsedAt),
                )}
              </span>
            </span>
            <PostForm viewer={shell.viewer} action={`${href.passkeys}/togli`}>
              <input type="hidden" name="id" value={credentialId} />
              <button class="btn quiet small" type="submit">
                {ui.m.profile.removePasskey}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    )}
    <noscript>
      <p>{ui.m.profile.passkeyNoScript}</p>
    </noscript>
    <div class="form" data-passkey="register" data-csrf={shell.viewer.csrf} hidden>
      <p>
        <label for="label">{ui.m.profile.passkeyName}</label>
        <input type="text" id="label" name="label" maxlength={60} autocomplete="off" />
      </p>
      <button class="btn" type="button" data-start>
        {ui.m.profile.addPasskey}
      </button>
      <p class="bad" role="alert" data-fault hidden>
        {ui.m.access.passkeyFault}
      </p>
    </div>
    <script type="module" src={ui.assets.passkeys} />
  </section>
);
