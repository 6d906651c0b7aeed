import { withQuery } from '../links.ts';
import type { Ui } from '../ui.ts';

interface PagerProps {
  ui: Ui;
  list: { page: number; pageSize: number; total: number };
  /** Parameter that counts the pages, and where on the page the list stands. */
  anchor?: string;
}

/** Previous and next page of a list; all other parameters of the address stay. */
export const Pager = ({ ui, list: { page, pageSize, total }, anchor = '' }: PagerProps) => {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && page === 1) return null;
  const link = (to: number) => {
    const parameters = Object.fromEntries([...ui.url.searchParams].filter(([name]) => name !== 'lang'));
    return `${withQuery(ui.url.pathname, { ...parameters, page: to === 1 ? undefined : to })}${anchor}`;
  };
  return (
    <nav class="pager" aria-label={ui.m.topics.pages}>
      {page > 1 ? (
        <a class="btn quiet" rel="prev" href={link(Math.min(page - 1, pages))}>
          {ui.m.topics.previous}
        </a>
      ) : (
        <span />
      )}
      <span>{ui.m.topics.page(ui.f.whole(page), ui.f.whole(pages))}</span>
      {page < pages ? (
        <a class="btn quiet" rel="next" href={link(page + 1)}>
          {ui.m.topics.next}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
};
