import { OBSTACLES, type Obstacle } from '../../domain/desk/dossier/guard.ts';
import { REASON_CODES } from '../../domain/desk/dossier/reason-code.ts';
import { TRANSITION_LABELS } from '../../domain/desk/labels.ts';
import { Failure } from '../../domain/errors.ts';
import { type Names, readNames } from '../../services/desk/read-minutes.ts';
import { showForbidden } from '../access/refusals.tsx';
import { ErrorPage } from '../errors/error-page.tsx';
import { pageOf, refusedForm, roomOf } from '../errors/refused-form.ts';
import { showError } from '../errors/show-error.tsx';
import { type PageContext, show } from '../page-env.tsx';
import type { Ui } from '../ui.ts';
import { desk } from './links.ts';
import { needLines } from './need-lines.ts';
import { nameOf } from './parts.tsx';

const STATUS = { conflict: 409, invalid: 400, gone: 410, 'not-found': 404 } as const;

/** What kept the desk from doing as asked: who was first, which step must wait for what, which fields are missing. */
export async function showDeskError(c: PageContext, error: Error): Promise<Response> {
  if (!(error instanceof Failure)) return showError(c, error);
  if (error.kind === 'forbidden') return showForbidden(c);
  if (error.kind === 'unavailable') return showError(c, error);
  if (c.req.header('accept') === 'application/json') return c.json({ fault: error.kind }, STATUS[error.kind]);
  const again = error.kind === 'invalid' ? await refusedForm(c, error) : null;
  if (again !== null) return again;
  const names = await readNames(c.get('deps'));
  const kind = error.kind;
  return show(
    c,
    (ui, shell) => (
      <ErrorPage
        ui={ui}
        shell={shell}
        title={ui.m.desk.faults[kind]}
        next={[
          { to: pageOf(c), label: ui.m.desk.readAgain },
          { to: desk.today, label: ui.m.desk.toToday },
        ]}
      >
        {linesOf(ui, names, roomOf(c), error).map((line) => (
          <p>{line}</p>
        ))}
      </ErrorPage>
    ),
    STATUS[kind],
  );
}

function linesOf(ui: Ui, names: Names, room: string, { detail, kind }: Failure): string[] {
  const lines: string[] = [];
  if (isLast(detail.last))
    lines.push(
      ui.m.desk.wasFirst(
        nameOf(ui, names, detail.last.by),
        stepWord(ui, detail.last.step),
        ui.f.moment(detail.last.at),
      ),
    );
  if (typeof detail.obstacle === 'string' && isObstacle(detail.obstacle))
    lines.push(ui.m.desk.obstacles[detail.obstacle]);
  lines.push(...needLines(ui, room, detail).map(({ line }) => line));
  if (lines.length === 0)
    lines.push(ui.m.desk.faultLines[kind === 'invalid' || kind === 'gone' || kind === 'not-found' ? kind : 'conflict']);
  return lines;
}

const isLast = (value: unknown): value is { step: string; by: string; at: string } =>
  typeof value === 'object' && value !== null && 'step' in value && 'by' in value && 'at' in value;

const isObstacle = (value: string): value is Obstacle => Object.hasOwn(OBSTACLES, value);

/** A step, a triage decision or an answer, in words. */
export function stepWord(ui: Pick<Ui, 'm' | 'lang'>, step: string): string {
  const labels: Readonly<Record<string, { it: string; en: string }>> = { ...TRANSITION_LABELS, ...REASON_CODES };
  const words: Readonly<Record<string, string>> = ui.m.desk.stepWords;
  return words[step] ?? labels[step]?.[ui.lang] ?? step;
}
