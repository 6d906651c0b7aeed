import { PostForm } from '../access/forms.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { path } from './paths.ts';

type Props = { ui: Ui; shell: Shell; query: string; pillar: string | undefined; otherFilters: boolean };

/** The search that one looks at, kept; with the plain word that keeping it subscribes. */
export const SaveSearch = ({ ui, shell, query, pillar, otherFilters }: Props) => {
  const { watching } = ui.m;
  return (
    <PostForm viewer={shell.viewer} action={path.searches} class="panel acts noprint" label={watching.saveSearch}>
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="pillar" value={pillar ?? ''} />
      <button class="btn quiet" type="submit">
        {watching.saveSearch}
      </button>
      <span class="help">
        {watching.saveSearchLead} {otherFilters && watching.saveSearchOnly}
      </span>
    </PostForm>
  );
};
