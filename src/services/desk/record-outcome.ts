import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { saveOutcome } from '../../../db/repositories/desk/consortium.ts';
import { checkOutcome, ESR_CRITERIA, type EsrScore, OUTCOMES } from '../../domain/desk/dossier/outcome.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { blankIsNull } from './blank-is-null.ts';
import { readFile } from './dossier-file.ts';

const points = blankIsNull(z.coerce.number().min(0).max(100));
const place = blankIsNull(z.coerce.number().int().min(1).max(10_000));
const esrSchema = z.object({ value: points, threshold: points, max: points }).prefault({});

export const outcomeSchema = z.object({
  stage: z.coerce.number().int().min(0).max(2).default(0),
  kind: z.enum(OUTCOMES),
  decidedOn: z.iso.date(),
  scores: z.object({ excellence: esrSchema, impact: esrSchema, implementation: esrSchema }).prefault({}),
  total: points,
  totalThreshold: points,
  rank: place,
  proposals: place,
  comments: blankIsNull(z.string().trim().max(4000)),
  lessonLearnt: blankIsNull(z.string().trim().max(4000)),
});
type Typed = z.output<typeof outcomeSchema>;

/** What the Commission answered, with the points of its evaluation summary report and the place on the list. */
export async function recordOutcome({ deps, person, input }: Asked<Typed & { id: string }>): Promise<void> {
  const { id, stage, scores: typed, ...rest } = input;
  const file = await readFile(deps, id);
  mustBeAllowed(person, 'outcome.record', file.subject);
  const scores = scoresOf(typed);
  const outcome = checkOutcome({ ...rest, scores, total: rest.total ?? sumOf(scores) });
  const at = deps.clock.now();
  await write(deps, [
    saveOutcome(deps.db, { ...outcome, scores, dossierId: id, stage, recordedBy: person.id, recordedAt: at }),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'outcome.record',
      subjectKind: 'dossier',
      subjectId: id,
      detail: { kind: outcome.kind },
    }),
  ]);
}

/** Five points a criterion, as the Commission gives them, unless the report says otherwise. */
const USUAL_MAX = 5;

const scoresOf = (typed: Typed['scores']): EsrScore[] =>
  ESR_CRITERIA.flatMap((criterion) => {
    const { value, threshold, max } = typed[criterion];
    return value === null ? [] : [{ criterion, value, threshold, max: max ?? USUAL_MAX }];
  });

/** The total where all criteria are known: programmes that weigh them state another, which is typed. */
const sumOf = (scores: readonly EsrScore[]): number | null =>
  scores.length < ESR_CRITERIA.length ? null : scores.reduce((sum, { value }) => sum + value, 0);
