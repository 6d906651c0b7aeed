import { canSomewhere } from '../../domain/desk/people/roles.ts';
import { desk } from '../desk/links.ts';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import type { Place } from './site-header.tsx';

/** The rooms of *Bandi*: the ranked list, the week's triage for who takes part in it, and the search of everything. */
export const CallsTabs = ({ ui, shell, here }: { ui: Ui; shell: Shell; here: Place }) => {
  const tabs: readonly (readonly [Place, string, string])[] = [
    ['shortlist', href.shortlist, ui.m.frame.shortlist],
    ...(canSomewhere(shell.viewer.person, 'triage.propose')
      ? ([['triage', desk.triage, ui.m.desk.places.triage]] as const)
      : []),
    ['topics', href.topics, ui.m.frame.search],
  ];
  return (
    <nav class="tabs noprint" aria-label={ui.m.frame.topics}>
      {tabs.map(([place, to, label]) => (
        <a href={to} aria-current={place === here ? 'page' : undefined}>
          {label}
          {place === 'shortlist' && (
            <>
              <span class="count" aria-hidden="true">
                {ui.f.whole(shell.waiting)}
              </span>
              <span class="hide">: {ui.m.frame.waiting(shell.waiting)}</span>
            </>
          )}
        </a>
      ))}
    </nav>
  );
};
