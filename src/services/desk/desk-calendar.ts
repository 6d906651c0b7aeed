import { italianCalendar, type WorkCalendar } from '../../domain/desk/plan/work-calendar.ts';
import type { Deps } from '../deps.ts';

/** National days, usual closures and the day of the city's own patron. */
export const deskCalendar = ({ profile }: Pick<Deps, 'profile'>): WorkCalendar => italianCalendar(profile.patronDay);
