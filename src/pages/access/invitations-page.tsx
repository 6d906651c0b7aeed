import type { Invitation } from '../../services/people/invite.ts';
import { Layout } from '../components/layout.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

type Props = { ui: Ui; shell: Shell; invitations: readonly Invitation[]; until: string; back: string };

/** Slips to cut and hand over. They are shown this once: the store keeps only what tells a right link from a wrong one. */
export const InvitationsPage = ({ ui, shell, invitations, until, back }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.people.invitations}>
    <div class="title noprint">
      <div>
        <h1>{ui.m.people.invitations}</h1>
        <p class="lead">{ui.m.people.invitationsLead(invitations.length)}</p>
        <noscript>
          <p>{ui.m.people.printByMenu}</p>
        </noscript>
      </div>
      <p class="acts">
        {invitations.length > 0 && (
          <span data-print hidden>
            <button class="btn" type="button">
              {ui.m.people.print}
            </button>
          </span>
        )}
        <a class="btn quiet" href={back === href.firstHour ? href.firstHour : href.people}>
          {ui.m.people.back}
        </a>
      </p>
    </div>
    <div class="slips">
      {invitations.map(({ name, email, url }) => (
        <article class="slip">
          <h2>{name}</h2>
          <p>{ui.m.people.slipLead(shell.association[ui.lang])}</p>
          <p>
            <code data-invitation>{url}</code>
          </p>
          <p class="small">{ui.m.people.slipFoot(ui.f.day(until), email ?? '')}</p>
        </article>
      ))}
    </div>
  </Layout>
);
