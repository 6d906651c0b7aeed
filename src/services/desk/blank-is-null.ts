import { z } from 'zod';

/** An optional field of a form: browsers send an empty text where nothing was written. */
export const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .nullable()
    .default(null);
