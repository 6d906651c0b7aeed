import type { CityProfile } from '../../domain/city-profile.ts';
import { DESK_ROLE_LABELS } from '../../domain/desk/labels.ts';
import { ROLES } from '../../domain/desk/people/person.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { PersonCard } from '../../services/people/list-people.ts';
import { Layout } from '../components/layout.tsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Done, Field, type Option, PostForm, Select } from './forms.tsx';
import { bodyName, Hat, hatWords } from './hat.tsx';
import { PrivacyPanel } from './privacy-panel.tsx';

export interface PersonView {
  person: PersonCard;
  bodies: CityProfile['partners'];
  done: string | undefined;
  /** What could not be done, in words. */
  fault: string | undefined;
}

type Props = { ui: Ui; shell: Shell; view: PersonView };

/** One person, for who runs the house: roles, the way in, and the rights of article 15 and 17. */
export const PersonPage = ({ ui, shell, view }: Props) => {
  const { person, bodies } = view;
  const at = href.person(person.id);
  return (
    <Layout ui={ui} shell={shell} title={person.name}>
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={href.people}>{ui.m.people.title}</a>
      </nav>
      <div class="title">
        <div>
          <h1>{person.name}</h1>
          <p class="lead">
            {[person.email, bodyName(bodies, person.bodyId)].filter((part) => part !== null).join(' · ')}
          </p>
        </div>
      </div>
      <div class="stack">
        <Done text={doneText(ui, view.done)} />
        <Done text={view.fault} bad />
        <RolesPanel ui={ui} shell={shell} view={view} />
        <section class="panel tight" aria-labelledby="h-entrance">
          <h2 id="h-entrance">{ui.m.people.entrance}</h2>
          <p>
            {person.lastSeenAt === null ? ui.m.people.neverSeen : ui.m.people.seen(ui.f.moment(person.lastSeenAt))}
            {person.wantsLinkSince !== null && (
              <strong class="warn"> {ui.m.people.wantsLinkSince(ui.f.moment(person.wantsLinkSince))}</strong>
            )}
          </p>
          <div class="acts">
            {!person.disabled && (
              <PostForm viewer={shell.viewer} action={`${at}/invito`}>
                <button class="btn" type="submit">
                  {ui.m.people.printLink}
                </button>
              </PostForm>
            )}
            <PostForm viewer={shell.viewer} action={`${at}/${person.disabled ? 'riammetti' : 'sospendi'}`}>
              <button class="btn quiet" type="submit">
                {person.disabled ? ui.m.people.enable : ui.m.people.disable}
              </button>
            </PostForm>
          </div>
        </section>
        <PrivacyPanel ui={ui} viewer={shell.viewer} exportTo={`${at}/dati.json`} eraseTo={`${at}/cancella`} />
      </div>
    </Layout>
  );
};

const RolesPanel = ({ ui, shell, view: { person, bodies } }: Props) => (
  <section class="panel tight" aria-labelledby="h-roles">
    <h2 id="h-roles">{ui.m.people.roles}</h2>
    {person.grants.length > 0 && (
      <ul class="lines">
        {person.grants.map(({ id, grant }) => (
          <li class="li">
            <Hat ui={ui} grant={grant} bodies={bodies} />
            <PostForm viewer={shell.viewer} action={`${href.person(person.id)}/ruoli/${id}/togli`}>
              <button class="btn quiet small" type="submit">
                {ui.m.people.takeRole}
                <span class="hide">: {hatWords(ui, grant, bodies)}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    )}
    <h3>{ui.m.people.giveRole}</h3>
    <PostForm viewer={shell.viewer} action={`${href.person(person.id)}/ruoli`} class="form">
      <div class="row-fields">
        <Select name="role" label={ui.m.people.role} options={roleOptions(ui)} value="group-member" />
        <Select name="group" label={ui.m.people.group} options={groupOptions(ui)} />
        <Select name="body" label={ui.m.people.bodyOfRole} options={bodyOptions(bodies)} value={person.bodyId ?? ''} />
        <Field name="directorate" label={ui.m.people.directorate} />
      </div>
      <p class="help">{ui.m.people.roleHelp}</p>
      <button class="btn" type="submit">
        {ui.m.people.give}
      </button>
    </PostForm>
  </section>
);

const roleOptions = ({ lang }: Ui): Option[] => ROLES.map((role) => [role, DESK_ROLE_LABELS[role][lang]]);
const groupOptions = ({ lang }: Ui): Option[] => [
  ['', '–'],
  ...PILLARS.map((pillar): Option => [pillar, PILLAR_LABELS[pillar][lang]]),
];
const bodyOptions = (bodies: PersonView['bodies']): Option[] => [
  ['', '–'],
  ...bodies.map(({ id, name }): Option => [id, name]),
];

function doneText({ m: { people } }: Ui, done: string | undefined): string | undefined {
  return done !== undefined && Object.hasOwn(people.done, done)
    ? people.done[done as keyof typeof people.done]
    : undefined;
}
