import { about } from './it/about.ts';
import { access } from './it/access.ts';
import { administration } from './it/administration.ts';
import { analysis } from './it/analysis.ts';
import { audit } from './it/audit.ts';
import { board } from './it/board.ts';
import { csv } from './it/csv.ts';
import { desk } from './it/desk.ts';
import { dossier } from './it/dossier.ts';
import { errors } from './it/errors.ts';
import { firstHour } from './it/first-hour.ts';
import { frame } from './it/frame.ts';
import { members } from './it/members.ts';
import { needs } from './it/needs.ts';
import { notices } from './it/notices.ts';
import { offers } from './it/offers.ts';
import { partners } from './it/partners.ts';
import { people } from './it/people.ts';
import { profile } from './it/profile.ts';
import { projects } from './it/projects.ts';
import { quality } from './it/quality.ts';
import { requests } from './it/requests.ts';
import { review } from './it/review.ts';
import { sources } from './it/sources.ts';
import { today } from './it/today.ts';
import { topic } from './it/topic.ts';
import { topics } from './it/topics.ts';
import { triage } from './it/triage.ts';
import { watching } from './it/watching.ts';
import { webhooks } from './it/webhooks.ts';
import { words } from './it/words.ts';

/** Everything the pages say in Italian, by page. */
export const it = {
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
