import type { TopicDetail } from '../../domain/topic-card.ts';
import { initials } from '../components/initials.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

const SHOWN = 8;
const REASONS = 3;

/** Partners whose competences the call's text mentions, with the words that say so. */
export const PartnersPanel = ({ ui, partners }: { ui: Ui; partners: TopicDetail['partners'] }) => (
  <section class="panel" aria-labelledby="h-partners">
    <h2 id="h-partners">{ui.m.topic.partners}</h2>
    {partners.length === 0 ? (
      <p>{ui.m.topic.partnersNone}</p>
    ) : (
      <ul class="lines small">
        {partners.slice(0, SHOWN).map(({ id, name, score, evidence }) => (
          <li class="li lead3">
            <span class="av" aria-hidden="true">
              {initials(name)}
            </span>
            <span>
              <a href={href.partner(id)}>{name}</a>
              <br />
              <span class="soft" lang="en">
                {reasonsOf(evidence).join(' · ')}
              </span>
            </span>
            <b>{ui.f.score(score)}</b>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** The weightiest different phrases; base rates are no reason that a person would give. */
function reasonsOf(evidence: TopicDetail['partners'][number]['evidence']): string[] {
  const phrases = evidence
    .filter((item) => item.weight > 0 && item.field !== 'bias')
    .sort((a, b) => b.weight - a.weight)
    .map((item) => item.phrase.toLowerCase());
  return [...new Set(phrases)].slice(0, REASONS);
}
