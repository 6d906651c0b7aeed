import type { MutedCall } from '../../../services/desk/muted-calls.ts';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { PostForm } from '../parts.tsx';
import { reasonWords } from '../reason-words.ts';

const SHOWN = 40;

/** Calls that the association does not want to see any more, each with who, when, why and the way back. */
export const MutedCalls = ({ ui, shell, calls }: { ui: Ui; shell: Shell; calls: readonly MutedCall[] }) =>
  calls.length === 0 ? null : (
    <details class="panel">
      <summary>{ui.m.triage.muted(calls.length)}</summary>
      <ol class="lines">
        {calls.slice(0, SHOWN).map((call) => (
          <li class="li">
            <span>
              <a href={href.topicKey(call.key)} lang="en">
                {call.title}
              </a>{' '}
              <code>{call.key}</code> <MutedBy ui={ui} call={call} />
            </span>
            <ShowAgain ui={ui} shell={shell} call={call} from="triage" />
          </li>
        ))}
      </ol>
      {calls.length > SHOWN && <p class="small soft">{ui.m.triage.andMore(calls.length - SHOWN)}</p>}
    </details>
  );

/** Who muted a call, when and why. */
export const MutedBy = ({ ui, call: { by, byName, mutedAt, reason } }: { ui: Ui; call: MutedCall }) => (
  <span class="small soft">
    {ui.m.triage.mutedBy(by === null ? null : (byName ?? ui.m.desk.erased), ui.f.moment(mutedAt))}
    {reason !== null && ` · «${reasonWords(ui, reason)}»`}
  </span>
);

/** The button, for those who may mute it. */
export const ShowAgain = ({
  ui,
  shell,
  call: { key, mayShow },
  from,
}: {
  ui: Ui;
  shell: Shell;
  call: MutedCall;
  from: 'triage' | 'topic';
}) =>
  mayShow ? (
    <PostForm shell={shell} to={desk.triageShow} hidden={{ key, from }}>
      <button class="btn quiet" type="submit" aria-label={ui.m.triage.showAgainThis(key)}>
        {ui.m.triage.showAgain}
      </button>
    </PostForm>
  ) : null;
