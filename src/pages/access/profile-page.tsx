import type { CityProfile } from '../../domain/city-profile.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import type { PasskeyCard } from '../../services/access/passkeys.ts';
import type { SessionCard } from '../../services/access/sessions.ts';
import { Layout } from '../components/layout.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { browserName } from './browser-name.ts';
import { Done, PostForm } from './forms.tsx';
import { bodyName, Hat } from './hat.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PrivacyPanel } from './privacy-panel.tsx';

export interface ProfileView {
  person: Person;
  bodies: CityProfile['partners'];
  sessions: readonly SessionCard[];
  passkeys: readonly PasskeyCard[];
  done: string | undefined;
  fault: string | undefined;
}

type Props = { ui: Ui; shell: Shell; view: ProfileView };

/** One's own page: roles, browsers, passkeys, personal data. */
export const ProfilePage = ({ ui, shell, view }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.profile.title}>
    <div class="title">
      <div>
        <h1>{shell.viewer.name ?? ui.m.profile.title}</h1>
        <p class="lead">{bodyName(view.bodies, view.person.bodyId) ?? ui.m.profile.noBody}</p>
      </div>
      <PostForm viewer={shell.viewer} action={href.signOut}>
        <button class="btn quiet" type="submit">
          {ui.m.profile.signOut}
        </button>
      </PostForm>
    </div>
    <div class="stack">
      <Done text={doneText(ui, view.done)} />
      <Done text={view.fault} bad />
      <section class="panel" aria-labelledby="h-roles">
        <h2 id="h-roles">{ui.m.profile.roles}</h2>
        {view.person.grants.length === 0 ? (
          <p>{ui.m.profile.noRoles}</p>
        ) : (
          <ul class="lines">
            {view.person.grants.map((grant) => (
              <li>
                <Hat ui={ui} grant={grant} bodies={view.bodies} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <PasskeysPanel ui={ui} shell={shell} passkeys={view.passkeys} />
      <SessionsPanel ui={ui} shell={shell} view={view} />
      <PrivacyPanel
        ui={ui}
        viewer={shell.viewer}
        exportTo={`${href.profile}/dati.json`}
        eraseTo={`${href.profile}/cancella`}
        own
      />
    </div>
  </Layout>
);

const SessionsPanel = ({ ui, shell, view: { sessions } }: Props) => (
  <section class="panel" aria-labelledby="h-sessions">
    <h2 id="h-sessions">{ui.m.profile.sessions}</h2>
    <ul class="lines">
      {sessions.map((session) => (
        <li class="li">
          <span>
            {browserName(session.userAgent) ?? ui.m.profile.someBrowser}{' '}
            {session.current && <span class="tag">{ui.m.profile.thisOne}</span>}
            <br />
            <span class="soft small">
              {ui.m.profile.since(ui.f.moment(session.createdAt), ui.f.moment(session.lastSeenAt))}
            </span>
          </span>
          {!session.current && (
            <PostForm viewer={shell.viewer} action={`${href.profile}/sessioni/${session.id}/chiudi`}>
              <button class="btn quiet small" type="submit">
                {ui.m.profile.endSession}
              </button>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <PostForm viewer={shell.viewer} action={`${href.profile}/sessioni/chiudi`} class="acts">
        <button class="btn quiet" type="submit">
          {ui.m.profile.endOthers}
        </button>
      </PostForm>
    )}
  </section>
);

function doneText({ m: { profile } }: Ui, done: string | undefined): string | undefined {
  return done !== undefined && Object.hasOwn(profile.done, done)
    ? profile.done[done as keyof typeof profile.done]
    : undefined;
}
