import type { PropsWithChildren } from 'hono/jsx';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Laboratory } from '../../domain/laboratory.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { Page, TopicDetail } from '../../domain/topic-card.ts';
import type { DeskOnTopic } from '../../services/desk/dossier-of-topic.ts';
import type { TopicConsortium } from '../../services/matching/consortium-of-topic.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import type { ChangeCard } from '../../services/topics/list-changes.ts';
import type { WinnersOfTopic } from '../../services/topics/winners-of-topic.ts';
import { Layout } from '../components/layout.tsx';
import { PillarName } from '../components/pillar-mark.tsx';
import { StatusWord } from '../components/status-word.tsx';
import { programmeName } from '../components/topic-row.tsx';
import { MutedBy, ShowAgain } from '../desk/triage/muted-calls.tsx';
import { href, topicKey, webAddress, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { wordsLang } from '../view/words-lang.ts';
import { type Watch, WatchPanel } from '../watching/watch-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { Brief } from './brief.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { ConsortiumPanel } from './consortium-panel.tsx';
import { DeskDoor } from './desk-door.tsx';
import { EligibilityPanel } from './eligibility-panel.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { MemoryPanel } from './memory-panel.tsx';
import { PartnersPanel } from './partners-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { WhyPanel } from './why-panel.tsx';
import { WinnersPanel } from './winners-panel.tsx';

interface TopicPageProps {
  ui: Ui;
  shell: Shell;
  topic: TopicDetail;
  explanation: Explanation;
  changes: Page<ChangeCard>;
  minRelevance: number;
  laboratories: readonly Laboratory[];
  onDesk: DeskOnTopic;
  /** Null for visitors. */
  watch: Watch | null;
  winners: WinnersOfTopic;
  consortium: TopicConsortium;
  competenceName: (partner: string, english: string) => string;
}

/** The page of one call: what it is, how much time, why it matters, may we, with whom, what moved. */
export const TopicPage = ({ ui, shell, topic, explanation, ...more }: TopicPageProps) => (
  <Layout ui={ui} shell={shell} title={topic.title} place="topics">
    <Crumb ui={ui} topic={topic} />
    <Title ui={ui} topic={topic} laboratories={more.laboratories}>
      <DeskDoor ui={ui} shell={shell} topicKey={topicKey(topic)} onDesk={more.onDesk} />
    </Title>
    <div class="stack">
      {more.watch !== null && <WatchPanel ui={ui} shell={shell} topic={topicKey(topic)} watch={more.watch} />}
      <Brief ui={ui} topic={topic} roles={explanation.roles} />
      <TimelinePanel ui={ui} topic={topic} roles={explanation.roles} />
      <div class="cols">
        <div class="stack">
          <EligibilityPanel ui={ui} rules={topic.eligibility} />
          <EvidencePanel ui={ui} topic={topic} />
          <ChangesPanel ui={ui} topic={topic} changes={more.changes} />
        </div>
        <div class="stack">
          <WhyPanel ui={ui} topic={topic} explanation={explanation} minRelevance={more.minRelevance}>
            {more.onDesk.muted !== null && (
              <>
                <p>
                  <MutedBy ui={ui} call={more.onDesk.muted} />
                </p>
                <ShowAgain ui={ui} shell={shell} call={more.onDesk.muted} from="topic" />
              </>
            )}
          </WhyPanel>
          <PartnersPanel ui={ui} partners={topic.partners} competenceName={more.competenceName} />
          <ConsortiumPanel ui={ui} consortium={more.consortium} />
          {more.onDesk.memory !== null && <MemoryPanel ui={ui} memory={more.onDesk.memory} />}
          <WinnersPanel ui={ui} winners={more.winners} />
          <AboutPanel ui={ui} topic={topic} />
        </div>
      </div>
    </div>
  </Layout>
);

const Crumb = ({ ui, topic }: { ui: Ui; topic: TopicDetail }) => (
  <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
    <a href={topic.listed ? href.shortlist : href.topics}>{topic.listed ? ui.m.frame.shortlist : ui.m.frame.topics}</a>
    {topic.listed && topic.primaryPillar !== null && (
      <>
        {' › '}
        <a href={withQuery(href.shortlist, { pillar: topic.primaryPillar })}>
          {PILLAR_LABELS[topic.primaryPillar][ui.lang]}
        </a>
      </>
    )}
  </nav>
);

/** A second pillar is named from here on: below it says too little. */
const ALSO_FROM = 0.5;

const Title = ({
  ui,
  topic,
  laboratories,
  children,
}: PropsWithChildren<Pick<TopicPageProps, 'ui' | 'topic' | 'laboratories'>>) => {
  const official = webAddress(topic.url);
  const also = PILLARS.filter(
    (pillar) => pillar !== topic.primaryPillar && (topic.pillars?.[pillar] ?? 0) >= ALSO_FROM,
  );
  return (
    <div class="title">
      <div>
        <p class="acts">
          {topic.primaryPillar !== null && <PillarName pillar={topic.primaryPillar} lang={ui.lang} strong />}
          {also.length > 0 && (
            <span class="small soft">
              {ui.m.topic.also(also.map((pillar) => PILLAR_LABELS[pillar][ui.lang]).join(', '))}
            </span>
          )}
          <StatusWord ui={ui} status={topic.status} />
          {topic.statedStatus !== null && topic.statedStatus !== topic.status && (
            <span class="small soft">{ui.m.topic.statedDiffers(ui.m.words.status[topic.statedStatus])}</span>
          )}
        </p>
        <h1 lang={wordsLang(topic)}>{topic.title}</h1>
        <p class="soft">
          <code>{topicKey(topic)}</code> · {programmeName(topic.programme, ui.lang)}
          {official !== null && (
            <>
              {' · '}
              <a href={official} rel="noopener">
                {ui.m.topic.official}
              </a>
            </>
          )}
        </p>
        {laboratories.length > 0 && (
          <p class="chips">
            <span class="why">{ui.m.topic.laboratories}</span>
            {laboratories.map(({ id, name }) => (
              <a class="chip" href={withQuery(href.topics, { laboratory: id })}>
                {name[ui.lang]}
              </a>
            ))}
          </p>
        )}
        {topic.withdrawnAt !== null && <p class="note warn">{ui.m.topic.withdrawn(ui.f.day(topic.withdrawnAt))}</p>}
      </div>
      <div class="acts noprint">{children}</div>
    </div>
  );
};
