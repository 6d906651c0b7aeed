import { italianCalendar, type WorkCalendar } from '../../domain/desk/work-calendar.ts';
import type { Deps } from '../deps.ts';

/** The day of a city's patron, on which its offices are closed; a profile without one has the national days alone. */
const PATRONS: Readonly<Record<string, string>> = { milano: '12-07', genova: '06-24', torino: '06-24' };

export const deskCalendar = ({ profile }: Pick<Deps, 'profile'>): WorkCalendar =>
  italianCalendar(PATRONS[profile.id] ?? null);
