import type { CalendarLink } from '../../services/calendars/calendar-links.ts';
import { PostForm } from '../access/forms.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { path } from './paths.ts';

/** A secret address with what it shows. */
export interface ShownCalendar extends CalendarLink {
  /** Of the dossier; null = everything of one's own. */
  title: string | null;
  address: string;
}

type Props = { ui: Ui; shell: Shell; calendars: readonly ShownCalendar[] };

/** The calendars of one's own telephone, and their end. */
export const CalendarsPanel = ({ ui, shell, calendars }: Props) => {
  const { watching } = ui.m;
  return (
    <section class="panel" aria-labelledby="h-calendars">
      <h2 id="h-calendars">{watching.calendars}</h2>
      <p>{watching.calendarsLead}</p>
      <ul class="lines">
        {calendars.map(({ id, title, address }) => (
          <li class="li">
            <span>
              <a href={address.replace(/^https?:/, 'webcal:')}>
                {title === null ? watching.calendarMine : watching.calendarOf(title)}
              </a>
              <br />
              <span class="soft small">{watching.calendarAddress}:</span> <code>{address}</code>
            </span>
            <PostForm viewer={shell.viewer} action={path.calendarEnd.replace(':id', id)}>
              <button class="btn quiet small" type="submit">
                {watching.calendarRevoke}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
      {calendars.every(({ dossierId }) => dossierId !== null) && (
        <PostForm viewer={shell.viewer} action={path.calendars} class="acts">
          <button class="btn" type="submit">
            {watching.calendarMake}
          </button>
        </PostForm>
      )}
    </section>
  );
};
