import type { TopicCard } from '../../domain/topic-card.ts';
import { href } from '../links.ts';
import { wordsLang } from '../view/words-lang.ts';

/** A call's title, which leads to its page. */
export const CallLink = ({ card }: { card: TopicCard }) => (
  <a href={href.topic(card)} lang={wordsLang(card)}>
    {card.title}
  </a>
);
