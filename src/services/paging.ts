import { z } from 'zod';
import type { Slice } from '../../db/repositories/slice.ts';
import type { Page } from '../domain/topic-card.ts';

export const MAX_PAGE_SIZE = 200;

/** `?page=&pageSize=` of every list; numbers arrive as text. */
export const pagingSchema = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
});

export type Paging = z.infer<typeof pagingSchema>;

export const toSlice = ({ page, pageSize }: Paging): Slice => ({ limit: pageSize, offset: (page - 1) * pageSize });

export function toPage<Item>(items: Item[], total: number, { page, pageSize }: Paging): Page<Item> {
  return { items, page, pageSize, total };
}
