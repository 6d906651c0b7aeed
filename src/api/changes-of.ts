import type { Deps } from '../services/deps.ts';
import { forRequest } from '../services/for-request.ts';
import { changeFeed, everyChangeAfter } from '../services/topics/change-feed.ts';
import {
  type ChangeCard,
  everyChange,
  type ListChangesQuery,
  listChanges,
  listChangesSchema,
} from '../services/topics/list-changes.ts';
import { CHANGE_EXAMPLE } from './examples.ts';
import type { ListRoute } from './list-route.ts';
import { changeSchema } from './schemas.ts';

const CHANGE_SHEET = {
  name: 'cambiamenti',
  columns: ['id', 'at', 'topic', 'field', 'before', 'after', 'material', 'source', 'scanId'],
  row: ({ before, after, ...change }: ChangeCard) => ({
    ...change,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }),
};

/** Changes looked back on page by page, or with `after` followed: of one topic or of all. */
export const changesOf = (
  deps: Deps,
  topicOf: (param: (name: string) => string) => string | undefined,
): Omit<ListRoute<ListChangesQuery, ChangeCard>, 'path' | 'tag' | 'summary' | 'params'> => ({
  query: listChangesSchema,
  walks: 'number',
  item: changeSchema,
  example: CHANGE_EXAMPLE,
  sheet: CHANGE_SHEET,
  list: ({ after, ...rest }, param, c) => {
    const house = forRequest(deps, c.req.raw);
    const input = { ...rest, topic: topicOf(param) };
    return after === undefined
      ? listChanges({ deps: house, input })
      : changeFeed({ deps: house, input: { ...input, after } });
  },
  every: ({ after, ...rest }, param, c) => {
    const house = forRequest(deps, c.req.raw);
    const input = { ...rest, topic: topicOf(param) };
    return after === undefined
      ? everyChange({ deps: house, input })
      : everyChangeAfter({ deps: house, input: { ...input, after } });
  },
});
