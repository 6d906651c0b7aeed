import { canSomewhere } from '../../domain/desk/people/roles.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import type { Viewer } from './viewer.ts';

type Props = { ui: Ui; viewer: Viewer };

/** Who is signed in, or the way in. */
export const Who = ({ ui, viewer: { person, name } }: Props) => (
  <a href={person === null ? href.signIn : href.profile}>
    {person === null ? ui.m.access.signIn : (name ?? ui.m.profile.title)}
  </a>
);

/** The menu's items for those whom the permissions table lets in. */
export const DeskItems = ({ ui, viewer: { person } }: Props) => {
  const items = [
    person === null ? null : ([href.watching, ui.m.watching.title] as const),
    canSomewhere(person, 'people.manage') ? ([href.people, ui.m.people.title] as const) : null,
    canSomewhere(person, 'audit.read') ? ([href.audit, ui.m.audit.title] as const) : null,
    canSomewhere(person, 'webhook.manage') ? ([href.webhooks, ui.m.webhooks.title] as const) : null,
    canSomewhere(person, 'settings.manage') ? ([href.administration, ui.m.administration.title] as const) : null,
  ];
  const here = ui.url.pathname;
  return (
    <>
      {items
        .filter((item) => item !== null)
        .map(([to, label]) => (
          <li>
            <a class={`item${here === to ? ' here' : ''}`} href={to} aria-current={here === to ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
    </>
  );
};
