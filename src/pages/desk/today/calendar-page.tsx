import type { CalendarEntry, CalendarKind } from '../../../services/desk/calendar.ts';
import { Layout } from '../../components/layout.tsx';
import { PillarMark } from '../../components/pillar-mark.tsx';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Head } from '../parts.tsx';

const ADDRESS: Readonly<Record<CalendarKind, (id: string) => string>> = {
  dossier: desk.dossier,
  interest: desk.dossier,
  expected: desk.dossier,
  call: href.topicKey,
  request: desk.request,
  sitting: desk.sitting,
  project: desk.project,
};

/** *Calendario*: every day that asks for something, month by month. */
export const CalendarPage = ({ ui, shell, entries }: { ui: Ui; shell: Shell; entries: readonly CalendarEntry[] }) => {
  const months = [...new Set(entries.map(({ day }) => day.slice(0, 7)))];
  return (
    <Layout ui={ui} shell={shell} title={ui.m.desk.places.calendar} place="calendar">
      <Head ui={ui} title={ui.m.desk.places.calendar} lead={ui.m.today.calendarLead} />
      {entries.length === 0 && <p class="panel">{ui.m.today.emptyCalendar}</p>}
      <div class="stack">
        {months.map((month) => (
          <section class="panel" aria-labelledby={`m-${month}`}>
            <h2 id={`m-${month}`}>
              {ui.f.month(`${month}-15`)} {month.slice(0, 4)}
            </h2>
            <ul class="lines">
              {entries
                .filter(({ day }) => day.startsWith(month))
                .map(({ kind, day, at, title, id, pillar, english }) => (
                  <li class="li cal">
                    <span class="nw">
                      {ui.f.tinyDay(day)} {at !== null && <span class="small soft">{ui.f.hour(at)}</span>}
                    </span>
                    <span>
                      {pillar !== null && <PillarMark pillar={pillar} lang={ui.lang} small />}{' '}
                      <a href={ADDRESS[kind](id)} lang={english ? 'en' : undefined}>
                        {title === '' ? ui.m.today.kinds[kind] : title}
                      </a>
                    </span>
                    <span class="small soft">{ui.m.today.kinds[kind]}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
};
