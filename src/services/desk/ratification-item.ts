import type { PendingRatification } from '../../../db/repositories/desk/ratifications.ts';
import type { AgendaItem } from '../../domain/desk/board/sitting.ts';

/** The item of an agenda by which a meeting ratifies; pages say it in the reader's language. */
export const ratificationItem = ({
  urgentSittingId,
  kind,
  decidedAt,
}: Pick<PendingRatification, 'urgentSittingId' | 'kind' | 'decidedAt'>): Omit<AgendaItem, 'id'> => ({
  title: 'Ratifica',
  dossierId: null,
  ratifies: { sittingId: urgentSittingId, kind, at: decidedAt },
});
