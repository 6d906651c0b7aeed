import { about } from './en/about.ts';
import { access } from './en/access.ts';
import { administration } from './en/administration.ts';
import { analysis } from './en/analysis.ts';
import { audit } from './en/audit.ts';
import { board } from './en/board.ts';
import { csv } from './en/csv.ts';
import { desk } from './en/desk.ts';
import { dossier } from './en/dossier.ts';
import { errors } from './en/errors.ts';
import { firstHour } from './en/first-hour.ts';
import { frame } from './en/frame.ts';
import { members } from './en/members.ts';
import { needs } from './en/needs.ts';
import { notices } from './en/notices.ts';
import { offers } from './en/offers.ts';
import { partners } from './en/partners.ts';
import { people } from './en/people.ts';
import { profile } from './en/profile.ts';
import { projects } from './en/projects.ts';
import { quality } from './en/quality.ts';
import { requests } from './en/requests.ts';
import { review } from './en/review.ts';
import { sources } from './en/sources.ts';
import { today } from './en/today.ts';
import { topic } from './en/topic.ts';
import { topics } from './en/topics.ts';
import { triage } from './en/triage.ts';
import { watching } from './en/watching.ts';
import { webhooks } from './en/webhooks.ts';
import { words } from './en/words.ts';
import type { Messages } from './messages.ts';

/** Everything the pages say in English; the type holds it to the Italian. */
export const en: Messages = {
  about,
  board,
  desk,
  dossier,
  requests,
  review,
  today,
  triage,
  access,
  administration,
  analysis,
  audit,
  csv,
  errors,
  firstHour,
  frame,
  members,
  needs,
  notices,
  offers,
  partners,
  people,
  profile,
  projects,
  quality,
  sources,
  topic,
  topics,
  watching,
  webhooks,
  words,
};
