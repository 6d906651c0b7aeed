import { raw } from 'hono/html';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { HAND_SOURCE } from '../../domain/topic.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import { pillarClass } from '../components/pillar-mark.tsx';
import { webAddress } from '../links.ts';
import type { Ui } from '../ui.ts';
import { phrasesOf, pillarOf } from '../view/evidence.ts';
import { markedTexts, NUMBERED } from '../view/marked-texts.ts';
import { wordsLang } from '../view/words-lang.ts';
import { EvidenceTable } from './evidence-table.tsx';

/** The call's own words with what speaks for the city marked in them, and the table that adds up to the score. */
export const EvidencePanel = ({ ui, topic }: { ui: Ui; topic: TopicDetail }) => {
  const { m } = ui;
  const phrases = phrasesOf(topic.evidence);
  const texts = markedTexts(topic, phrases, { title: m.topic.titleLine, keywords: m.topic.keywordsLine });
  const shown = phrases.filter((phrase) => phrase.n <= NUMBERED);
  const pillars = [...new Set(shown.map(pillarOf))].filter((pillar) => pillar !== null);
  const official = webAddress(topic.url);
  return (
    <section class="panel" id="motivi" aria-labelledby="h-text">
      <header>
        <h2 id="h-text">{m.topic.text}</h2>
        {official !== null && (
          <a class="small" href={official} rel="noopener">
            {m.topic.official}
          </a>
        )}
      </header>
      {shown.length > 0 && (
        <p class="legend">
          {pillars.map((pillar) => (
            <mark class={pillarClass(pillar)}>{m.topic.legendPillar(PILLAR_LABELS[pillar][ui.lang])}</mark>
          ))}
          {shown.some((phrase) => pillarOf(phrase) === null && phrase.city > 0) && (
            <mark class="p-none">{m.topic.legendCity}</mark>
          )}
          {shown.some((phrase) => phrase.city < 0) && <mark class="against">{m.topic.legendAgainst}</mark>}
        </p>
      )}
      <p class="soft small">{topic.sections.length === 0 ? m.topic.textNone : textFrom(ui, topic)}</p>
      {texts.map(({ heading, html }) => (
        <div class="prose" lang={wordsLang(topic)}>
          {heading !== '' && <h3>{heading}</h3>}
          {raw(html)}
        </div>
      ))}
      <EvidenceTable ui={ui} topic={topic} phrases={phrases} />
    </section>
  );
};

/** Whose words the text is: of a portal we name, of a file that somebody imported, of the desk itself. */
function textFrom({ m }: Ui, { source }: TopicDetail): string {
  if (source === HAND_SOURCE) return m.topic.textByHand;
  return source === 'file' ? m.topic.textFromFile : m.topic.textLanguage;
}
