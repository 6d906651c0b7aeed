import type { Instant } from '../domain/topic.ts';
import type { AssetUrls } from './assets.ts';
import { dateFormats } from './format/dates.ts';
import { numberFormats } from './format/numbers.ts';
import type { Lang } from './lang.ts';
import { MESSAGES, type Messages } from './messages/index.ts';

/** How one language writes what the pages show. */
export type Formats = ReturnType<typeof dateFormats> & ReturnType<typeof numberFormats>;

/** All that a component needs to know of the request it is drawn for. */
export interface Ui {
  lang: Lang;
  m: Messages;
  f: Formats;
  assets: AssetUrls;
  /** The calendar's now: days left, statuses and "today" are counted from it. */
  now: Instant;
  /** The address asked for, with its query; language links keep it. */
  url: URL;
}

/** What a text needs that belongs to no request: papers, files. */
export type Words = Pick<Ui, 'lang' | 'm' | 'f'>;

const FORMATS: Record<Lang, Formats> = { it: formats('it'), en: formats('en') };

function formats(lang: Lang): Formats {
  return { ...dateFormats(lang), ...numberFormats(lang) };
}

export const wordsOf = (lang: Lang): Words => ({ lang, m: MESSAGES[lang], f: FORMATS[lang] });

export function createUi(request: Omit<Ui, 'm' | 'f'>): Ui {
  return { ...request, ...wordsOf(request.lang) };
}
