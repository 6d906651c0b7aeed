import { Hono } from 'hono';
import { z } from 'zod';
import { laboratoriesOf } from '../../domain/laboratory.ts';
import { competenceIn } from '../../domain/partner.ts';
import { readWatch } from '../../services/delivery/own-mail.ts';
import { deskOnTopic } from '../../services/desk/dossier-of-topic.ts';
import { consortiumOfTopic } from '../../services/matching/consortium-of-topic.ts';
import { explain } from '../../services/matching/explain.ts';
import { getTopic } from '../../services/topics/get-topic.ts';
import { listChanges, listChangesSchema } from '../../services/topics/list-changes.ts';
import { winnersOfTopic } from '../../services/topics/winners-of-topic.ts';
import { href, topicKey } from '../links.ts';
import { type PageEnv, show } from '../page-env.tsx';
import { readQuery } from '../query.ts';
import { TopicPage } from './topic-page.tsx';

const CHANGES_SHOWN = 20;

export const topicRoutes = new Hono<PageEnv>().get(`${href.topics}/:identifier`, async (c) => {
  const deps = c.get('deps');
  const { url, lang } = c.get('ui');
  readQuery(z.strictObject({}), url);
  const identifier = c.req.param('identifier');
  const { person } = c.get('viewer');
  const page = listChangesSchema.parse({ pageSize: CHANGES_SHOWN });
  const [found, changes, explanation, consortium] = await Promise.all([
    getTopic({ deps, input: { identifier, lang } }),
    listChanges({ deps, input: { ...page, topic: identifier } }),
    explain({ deps, input: { identifier } }),
    consortiumOfTopic({ deps, input: { identifier } }),
  ]);
  if ('movedTo' in found) return c.redirect(href.topicKey(found.movedTo) + url.search, 301);
  const { topic } = found;
  const [winners, onDesk, watch] = await Promise.all([
    winnersOfTopic({ deps, input: { identifier: topic.identifier } }),
    deskOnTopic(deps, person, { key: topicKey(topic), identifier: topic.identifier }),
    person === null ? null : readWatch({ deps, person, input: { topic: topicKey(topic) } }),
  ]);
  const { minRelevance } = deps.profile.shortlist;
  return show(c, (ui, shell) => (
    <TopicPage
      ui={ui}
      shell={shell}
      topic={topic}
      explanation={explanation}
      changes={changes}
      minRelevance={minRelevance}
      laboratories={laboratoriesOf(deps.profile, topic.primaryPillar)}
      onDesk={onDesk}
      watch={watch}
      winners={winners}
      consortium={consortium}
      competenceName={(id, english) => competenceIn(deps.profile, id, english, lang)}
    />
  ));
});
