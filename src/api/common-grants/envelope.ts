import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Page } from '../../domain/topic-card.ts';

/** How every answer of the protocol begins. */
export const success = { status: 200, message: 'Success' } as const;

/** The protocol's own error body; under its prefix it takes the place of our problem documents. */
export function protocolError(
  c: Context,
  status: ContentfulStatusCode,
  message: string,
  errors: readonly unknown[] = [],
): Response {
  return c.json({ status, message, errors }, status);
}

/** What does not fit, each by its place. */
export const issuesOf = (error: z.core.$ZodError): { field: string; message: string }[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, message: 'is not a parameter here' }))
      : [{ field: issue.path.join('.'), message: issue.message }],
  );

export const paginationInfo = ({ page, pageSize, total }: Page<unknown>) => ({
  page,
  pageSize,
  totalItems: total,
  totalPages: Math.ceil(total / pageSize),
});
