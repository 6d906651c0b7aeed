import { createHash } from 'node:crypto';
import type { Mapping } from '../mapping.ts';
import { isWhole } from './budget-overview.ts';
import { preferRow, stableRow } from './identity.ts';
import { mapTopic } from './map.ts';
import { fieldValues, type Row, rowSchema } from './payload.ts';

/** The pure side of the portal, as the engine asks for it. Only rows that a pass has let through come here. */
export const ftPortalMapping: Mapping = {
  hashRow: (row) => {
    // Joined and not as JSON: half the time, of what is most of the work on an unchanged row.
    const words = stableRow(asRow(row)).join('\u0000');
    return createHash('sha256').update(words).digest('hex').slice(0, 32);
  },

  preferRow: (a, b) => {
    const [first, second] = [rowSchema.parse(a), rowSchema.parse(b)];
    return preferRow(first, second) === first ? a : b;
  },

  needsDetails: (row) => {
    const { metadata } = asRow(row);
    if (first(metadata.type) !== '1') return false;
    return first(metadata.descriptionByte) === '' || !isWhole(first(metadata.budgetOverview));
  },

  map: mapTopic,
};

/**
 * The row without its values checked one by one: a pass has seen that it has a reference and metadata, and a hash of odd
 * values is as good as one of tidy ones. Checking every value of every row of every pass would cost more than all else
 * that an unchanged row does.
 */
const asRow = (row: unknown): Row => row as Row;

const first = (values: unknown): string => fieldValues(values)[0]?.trim() ?? '';
