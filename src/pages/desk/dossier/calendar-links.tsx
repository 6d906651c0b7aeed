import { PostForm } from '../../access/forms.tsx';
import { path } from '../../watching/paths.ts';
import { desk } from '../links.ts';
import type { PanelProps } from './panel.ts';

/** The dossier's deadlines for one's own calendar: as a file, or under a secret address that follows what moves. */
export const CalendarLinks = ({ ui, shell, view: { row } }: Pick<PanelProps, 'ui' | 'shell' | 'view'>) => (
  <PostForm viewer={shell.viewer} action={path.calendars} class="acts noprint">
    <input type="hidden" name="dossier" value={row.id} />
    <a href={desk.deadlinesIcs(row.id)}>{ui.m.watching.dossierCalendar}</a>
    <button class="btn quiet small" type="submit">
      {ui.m.watching.dossierCalendarLink}
    </button>
  </PostForm>
);
