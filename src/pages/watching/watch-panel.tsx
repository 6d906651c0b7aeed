import { PostForm } from '../access/forms.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { path } from './paths.ts';

/** How the reader stands to a call. */
export interface Watch {
  following: boolean;
  muted: 'always' | 'until-change' | null;
}

type Props = { ui: Ui; shell: Shell; topic: string; watch: Watch };

/** Follow or mute a call, where one reads it; for who is signed in. */
export const WatchPanel = ({ ui, shell, topic, watch: { following, muted } }: Props) => {
  const { watching } = ui.m;
  return (
    <section class="panel noprint" aria-label={watching.title}>
      <PostForm viewer={shell.viewer} action={path.calls} class="acts">
        <input type="hidden" name="topic" value={topic} />
        <input type="hidden" name="from" value="topic" />
        <button class={following ? 'btn quiet' : 'btn'} type="submit" name="on" value={following ? 'no' : 'yes'}>
          {following ? watching.unfollow : watching.follow}
        </button>
        <span class="help">{following ? watching.following : watching.followHelp}</span>
      </PostForm>
      <PostForm viewer={shell.viewer} action={path.mutes} class="acts">
        <input type="hidden" name="what" value={`topic:${topic}`} />
        <input type="hidden" name="from" value="topic" />
        <button class="btn quiet" type="submit" name="on" value={muted === null ? 'yes' : 'no'}>
          {muted === null ? watching.mute : watching.unmute}
        </button>
        {muted === null ? (
          <label>
            <input type="checkbox" name="untilChange" value="on" /> {watching.untilChange}
          </label>
        ) : (
          <span class="help">{muted === 'always' ? watching.mutedAlways : watching.mutedUntilChange}</span>
        )}
      </PostForm>
    </section>
  );
};
