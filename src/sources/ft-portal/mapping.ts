import { createHash } from 'node:crypto';
import type { Mapping } from '../mapping.ts';
import { preferRow, stableRow } from './identity.ts';
import { mapTopic } from './map.ts';
import { fieldValue, type Row, rowSchema } from './payload.ts';

/** The pure side of the portal, as the engine asks for it. */
export const ftPortalMapping: Mapping = {
  hashRow: (row) =>
    createHash('sha256')
      .update(JSON.stringify(stableRow(rowOf(row))))
      .digest('hex')
      .slice(0, 32),
  preferRow: (a, b) => {
    const [first, second] = [rowOf(a), rowOf(b)];
    return preferRow(first, second) === first ? a : b;
  },
  needsDetails: (row) => {
    const { metadata } = rowOf(row);
    if (fieldValue.parse(metadata.type)[0] !== '1') return false;
    return isBlank(metadata.descriptionByte) || isBlank(metadata.budgetOverview);
  },
  map: mapTopic,
};

const isBlank = (values: string[] | undefined): boolean =>
  values === undefined || values.every((value) => value.trim() === '');

/** Only rows that `readPass` has let through, or that were kept then, come here. */
const rowOf = (row: unknown): Row => rowSchema.parse(row);
