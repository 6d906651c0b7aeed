import { type Check, list } from './ask.ts';
import { sameJson } from './compare.ts';
import { type Ask, demand } from './server.ts';

const SMALL = 3;

/** Pages laid side by side are the list. */
export const PAGING_CHECKS: readonly Check[] = [
  { name: 'pages-have-no-gap-and-no-repeat', run: checkPages },
  {
    name: 'page-size-is-obeyed-and-told',
    async run(ask) {
      const { items, paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
      demand(items.length <= SMALL, `${items.length} items on a page of ${SMALL}`);
      demand(
        paginationInfo.page === 1 && paginationInfo.pageSize === SMALL,
        'paginationInfo does not tell the page asked for',
      );
    },
  },
  {
    name: 'page-defaults-to-1-of-100',
    async run(ask) {
      const { paginationInfo } = await list(ask);
      demand(paginationInfo.page === 1, `the first page is called ${paginationInfo.page}`);
      demand(paginationInfo.pageSize === 100, `a page holds ${paginationInfo.pageSize}, not 100`);
    },
  },
  { name: 'totals-agree', run: checkTotals },
  {
    name: 'page-beyond-the-end-is-empty',
    async run(ask) {
      const { paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
      const beyond = (paginationInfo.totalPages ?? 100_000) + 1;
      demand((await list(ask, `?page=${beyond}&pageSize=${SMALL}`)).items.length === 0, `page ${beyond} is not empty`);
    },
  },
];

async function checkPages(ask: Ask): Promise<void> {
  const seen: string[] = [];
  const { paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
  const pages = Math.min(paginationInfo.totalPages ?? 3, 5);
  for (let page = 1; page <= pages; page += 1) {
    seen.push(...(await list(ask, `?page=${page}&pageSize=${SMALL}`)).items.map(({ id }) => id));
  }
  demand(new Set(seen).size === seen.length, 'an opportunity stands on two pages');
  const whole = (await list(ask, `?page=1&pageSize=${seen.length || 1}`)).items.map(({ id }) => id);
  demand(sameJson(seen, whole), 'small pages laid side by side are not the large page');
}

async function checkTotals(ask: Ask): Promise<void> {
  const { paginationInfo, items } = await list(ask, `?page=1&pageSize=${SMALL}`);
  const { totalItems, totalPages } = paginationInfo;
  if (totalItems === undefined || totalPages === undefined) return;
  demand(totalPages === Math.ceil(totalItems / SMALL), `${totalItems} items are not ${totalPages} pages of ${SMALL}`);
  demand(items.length === Math.min(SMALL, totalItems), `the first of ${totalItems} items' pages holds ${items.length}`);
  const last = await list(ask, `?page=${Math.max(totalPages, 1)}&pageSize=${SMALL}`);
  const expected = totalItems === 0 ? 0 : totalItems - (totalPages - 1) * SMALL;
  demand(last.items.length === expected, `the last page holds ${last.items.length}, not ${expected}`);
}
