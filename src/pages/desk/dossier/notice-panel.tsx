import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { CITY_ROLES } from '../../../domain/partner.ts';
import { desk } from '../links.ts';
import { Area, Field, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** Dated public notices, by which bodies from outside the association come in. */
export const NoticePanel = ({ ui, shell, view, origin }: PanelProps) =>
  !view.may.publish ? null : (
    <section class="panel" aria-labelledby="notice">
      <h2 id="notice">{ui.m.notices.one}</h2>
      {view.notices.length === 0 && <p class="soft">{ui.m.notices.nonePublished}</p>}
      <ul class="lines">
        {view.notices.map(({ id, publishedOn, closesOn }) => (
          <li>
            {ui.m.notices.dated(ui.f.shortDay(publishedOn), ui.f.shortDay(closesOn))}{' '}
            <a href={desk.publicNotice(id)}>
              <code>{`${origin}${desk.publicNotice(id)}`}</code>
            </a>
          </li>
        ))}
      </ul>
      <details class="noprint">
        <summary>{ui.m.notices.publish}</summary>
        <PostForm shell={shell} to={desk.notice(view.row.id)}>
          <p class="small soft">{ui.m.notices.publishHint}</p>
          <fieldset>
            <legend class="small">{ui.m.notices.roles}</legend>
            <div class="picks">
              {CITY_ROLES.map((role) => (
                <label class="pick">
                  <input type="checkbox" name="roles[]" value={role} checked={role === 'partner'} />{' '}
                  {ROLE_LABELS[role][ui.lang]}
                </label>
              ))}
            </div>
          </fieldset>
          <Area id="notice-text" name="text" label={ui.m.notices.text} rows={5} required />
          <Field id="notice-closes" name="closesOn" type="date" label={ui.m.notices.closesOn} required />
          <p>
            <Submit label={ui.m.notices.publishNow} />
          </p>
        </PostForm>
      </details>
    </section>
  );
