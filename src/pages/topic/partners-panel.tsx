import type { TopicDetail } from '../../domain/topic-card.ts';
import { partnerReasons, type TellingReason } from '../../services/matching/partner-reasons.ts';
import { initials } from '../components/initials.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { partWord } from '../view/part-word.ts';

const SHOWN = 8;

interface PartnersProps {
  ui: Ui;
  partners: TopicDetail['partners'];
  /** A partner's competence in the reader's language: the matcher knows them in English. */
  competenceName: (partner: string, english: string) => string;
}

/** Partners that fit the call, with the projects and competences that say so. */
export const PartnersPanel = ({ ui, partners, competenceName }: PartnersProps) => (
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
              {partnerReasons(evidence).map((reason) => (
                <div class="soft">
                  <Reason ui={ui} reason={reason} name={(english) => competenceName(id, english)} />
                </div>
              ))}
            </span>
            <b>{ui.f.score(score)}</b>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Reason = ({ ui, reason, name }: { ui: Ui; reason: TellingReason; name: (english: string) => string }) =>
  reason.kind === 'project' ? (
    <>
      {ui.m.topic.closeTo} <a href={href.topicKey(reason.topic)}>{reason.topic}</a>,{' '}
      {ui.m.topic.whereItWas(partWord(ui, reason.role))} (<span lang="en">{reason.acronym}</span>)
    </>
  ) : (
    <>
      {ui.m.topic.competentIn} {reason.competences.map(name).join(', ')}
    </>
  );
