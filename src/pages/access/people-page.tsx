import type { CityProfile } from '../../domain/city-profile.ts';
import type { PersonCard } from '../../services/people/list-people.ts';
import { Layout } from '../components/layout.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { PostForm } from './forms.tsx';
import { bodyName, Hat } from './hat.tsx';
import { type Pasted, PastePanel } from './paste-panel.tsx';

type Props = {
  ui: Ui;
  shell: Shell;
  people: readonly PersonCard[];
  bodies: CityProfile['partners'];
  pasted: Pasted;
};

/** Everybody at the desk, whom to let in, and how to add more. */
export const PeoplePage = ({ ui, shell, people, bodies, pasted }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.people.title}>
    <div class="title">
      <div>
        <h1>{ui.m.people.title}</h1>
        <p class="lead">{ui.m.people.lead(people.length)}</p>
      </div>
      <InviteButton ui={ui} shell={shell} people={people} />
    </div>
    <div class="stack">
      <div class="panel">
        <PeopleTable ui={ui} people={people} bodies={bodies} />
      </div>
      <PastePanel ui={ui} viewer={shell.viewer} action={`${href.people}/incolla`} pasted={pasted} />
    </div>
  </Layout>
);

/** One press makes the slips of all who have never come in. */
export const InviteButton = ({ ui, shell, people }: Pick<Props, 'ui' | 'shell' | 'people'>) => {
  const waiting = people.filter(({ lastSeenAt, disabled }) => lastSeenAt === null && !disabled).length;
  if (waiting === 0) return null;
  return (
    <PostForm viewer={shell.viewer} action={`${href.people}/inviti`}>
      <button class="btn" type="submit">
        {ui.m.people.printInvitations(waiting)}
      </button>
    </PostForm>
  );
};

const PeopleTable = ({ ui, people, bodies }: Pick<Props, 'ui' | 'people' | 'bodies'>) => (
  <ScrollTable label={ui.m.people.title} stackable>
    <thead>
      <tr>
        <th scope="col">{ui.m.people.name}</th>
        <th scope="col">{ui.m.people.body}</th>
        <th scope="col">{ui.m.people.roles}</th>
        <th scope="col">{ui.m.people.lastSeen}</th>
      </tr>
    </thead>
    <tbody>
      {people.map((person) => (
        <tr>
          <th scope="row">
            <a href={href.person(person.id)}>{person.name}</a>{' '}
            {person.disabled && <span class="tag bad">{ui.m.people.disabled}</span>}
            <div class="soft small plain-weight">{person.email}</div>
          </th>
          <td data-l={ui.m.people.body}>{bodyName(bodies, person.bodyId) ?? '–'}</td>
          <td>
            <span class="hats">
              {person.grants.map(({ grant }) => (
                <Hat ui={ui} grant={grant} bodies={bodies} />
              ))}
            </span>
          </td>
          <td data-l={ui.m.people.lastSeen}>
            {person.lastSeenAt === null ? ui.m.people.never : ui.f.shortDay(person.lastSeenAt)}
            {person.wantsLinkSince !== null && <div class="warn small">{ui.m.people.wantsLink}</div>}
          </td>
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
