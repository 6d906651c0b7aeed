import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import type { Association } from '../../../services/access/association.ts';
import type { MailTest } from '../../../services/access/first-hour.ts';
import type { PersonCard } from '../../../services/people/list-people.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { Field, PostForm } from '../forms.tsx';
import { stepPath } from './step-page.tsx';

type Props = { ui: Ui; shell: Shell };

/** What became of a test mail; without mail there is none. */
export type Sent = Exclude<MailTest, 'none'>;

export const NamesStep = ({ ui, shell, now }: Props & { now: Association }) => (
  <div class="panel">
    <PostForm viewer={shell.viewer} action={stepPath('names')} class="form">
      <Field
        name="association"
        label={ui.m.firstHour.association}
        value={now.association[ui.lang]}
        help={ui.m.firstHour.associationHelp}
        required
      />
      <Field name="city" label={ui.m.firstHour.city} value={now.city[ui.lang]} required />
      <Save ui={ui} />
    </PostForm>
  </div>
);

export const MailStep = ({ ui, shell, works, result }: Props & { works: boolean; result: Sent | undefined }) => (
  <div class="panel tight">
    {result !== undefined && (
      <p class={`note ${result === 'failed' ? 'bad' : 'ok'}`} role={result === 'failed' ? 'alert' : 'status'}>
        {ui.m.firstHour.mailResults[result]}
      </p>
    )}
    <p>{works ? ui.m.firstHour.mailThere : ui.m.firstHour.mailMissing}</p>
    <PostForm viewer={shell.viewer} action={stepPath('mail')} class="acts">
      <button class="btn" type="submit">
        {works ? ui.m.firstHour.testMail : ui.m.firstHour.withoutMail}
      </button>
    </PostForm>
  </div>
);

export const GroupsStep = ({ ui, shell, now }: Props & { now: Association }) => (
  <div class="panel">
    <PostForm viewer={shell.viewer} action={stepPath('groups')} class="form">
      <div class="row-fields">
        {PILLARS.map((pillar) => (
          <Field name={pillar} label={PILLAR_LABELS[pillar][ui.lang]} value={now.groups[pillar][ui.lang]} required />
        ))}
      </div>
      <button class="btn" type="submit">
        {ui.m.firstHour.makeGroups}
      </button>
    </PostForm>
  </div>
);

export const InvitationsStep = ({ ui, shell, people }: Props & { people: readonly PersonCard[] }) => {
  const waiting = people.filter(({ lastSeenAt, disabled }) => lastSeenAt === null && !disabled).length;
  return (
    <div class="panel tight">
      <p>{ui.m.firstHour.waiting(waiting)}</p>
      {waiting > 0 && (
        <PostForm viewer={shell.viewer} action={stepPath('invitations')} class="acts">
          <button class="btn" type="submit">
            {ui.m.people.printInvitations(waiting)}
          </button>
        </PostForm>
      )}
    </div>
  );
};

const Save = ({ ui }: { ui: Ui }) => (
  <button class="btn" type="submit">
    {ui.m.firstHour.save}
  </button>
);
