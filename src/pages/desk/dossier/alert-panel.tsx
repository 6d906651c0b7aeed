import { desk } from '../links.ts';
import { PostForm, Submit } from '../parts.tsx';
import { CHANGE_FIELDS_SHOWN } from '../view/changed-fields.ts';
import type { PanelProps } from './panel.ts';

/** *Da rivedere*: old → new, which grounds it touches; a person decides. */
export const AlertPanel = ({ ui, shell, view }: PanelProps) => (
  <>
    {view.alerts.map(({ impact, kind }) => (
      <section class="callout warn" aria-label={ui.m.dossier.toReview}>
        <div>
          <p>
            <b>{ui.m.dossier.toReview}.</b>{' '}
            {kind === 'call-changed' ? ui.m.dossier.callChanged : ui.m.dossier.ratificationRefused}
          </p>
          <ul class="tight small">
            {impact?.fields.map(({ field, before, after }) => (
              <li>
                {CHANGE_FIELDS_SHOWN(ui, field)}: <span class="old">{shown(ui, before)}</span> →{' '}
                <b>{shown(ui, after)}</b>
              </li>
            ))}
          </ul>
          {impact?.proposesReopening === true && (
            <p class="small">
              {ui.m.dossier.reopeningProposed(impact.reasonsTouched.map(({ text }) => text).join('; '))}
            </p>
          )}
        </div>
        {view.may.assign && (
          <PostForm shell={shell} to={desk.reviewed(view.row.id)}>
            <Submit label={ui.m.dossier.keepAsItIs} quiet />
          </PostForm>
        )}
      </section>
    ))}
  </>
);

/** A value as the change log keeps it: days and instants as people write them, the rest as it is. */
function shown(ui: PanelProps['ui'], value: unknown): string {
  const flat = [value].flat(3).filter((each) => each !== null && each !== undefined);
  if (flat.length === 0) return ui.m.frame.unknown;
  return flat
    .map((each) => {
      const text = typeof each === 'object' ? '…' : String(each);
      return /^\d{4}-\d\d-\d\dT/.test(text)
        ? ui.f.shortDeadline(text)
        : /^\d{4}-\d\d-\d\d$/.test(text)
          ? ui.f.shortDay(text)
          : text;
    })
    .join(', ');
}
