import { PARTNER_TYPE_LABELS, ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { PartnerMatch } from '../../services/matching/partner-matches.ts';
import type { PartnerTrackRecord } from '../../services/topics/list-track-record.ts';
import { CallLink } from '../components/call-link.tsx';
import { EvidenceBar } from '../components/evidence-bar.tsx';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { PillarName, pillarClass } from '../components/pillar-mark.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href, topicKey } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { relationWord } from './relation-word.ts';
import { TrackRecordPanel } from './track-record-panel.tsx';

type Props = { ui: Ui; shell: Shell; partner: Partner; matches: Page<PartnerMatch>; record: PartnerTrackRecord };

/** One partner: what it is and can do, and the live calls that resemble its competences. */
export const PartnerPage = ({ ui, shell, partner, matches, record }: Props) => (
  <Layout ui={ui} shell={shell} title={partner.name} place="partners">
    <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
      <a href={href.partners}>{ui.m.partners.title}</a>
    </nav>
    <div class="title">
      <div>
        <p class="acts">
          {partner.pillars.map((pillar) => (
            <PillarName pillar={pillar} lang={ui.lang} />
          ))}
        </p>
        <h1>{partner.name}</h1>
      </div>
    </div>
    <div class="stack">
      <Card ui={ui} partner={partner} />
      <section class="panel" aria-labelledby="h-matches">
        <h2 id="h-matches">{ui.m.partners.matches}</h2>
        {matches.items.length === 0 ? (
          <p>{ui.m.partners.noMatches}</p>
        ) : (
          <div class="tight">
            <p class="soft small">{ui.m.partners.matchesWhy}</p>
            <MatchTable ui={ui} matches={matches.items} />
          </div>
        )}
        <Pager ui={ui} list={matches} />
      </section>
      <TrackRecordPanel ui={ui} record={record} />
    </div>
  </Layout>
);

const Card = ({ ui, partner }: { ui: Ui; partner: Partner }) => (
  <section class="panel" aria-labelledby="h-card">
    <h2 id="h-card">{ui.m.partners.card}</h2>
    <dl class="facts">
      <div>
        <dt>{ui.m.partners.legalName}</dt>
        <dd>{partner.legalName}</dd>
      </div>
      <div>
        <dt>{ui.m.partners.pic}</dt>
        <dd class={partner.pic === null ? 'soft' : undefined}>{partner.pic ?? ui.m.frame.unknown}</dd>
      </div>
      <div>
        <dt>{ui.m.partners.type}</dt>
        <dd>{PARTNER_TYPE_LABELS[partner.type][ui.lang]}</dd>
      </div>
      <div>
        <dt>{ui.m.partners.relation}</dt>
        <dd>{relationWord(ui, partner.relation)}</dd>
      </div>
    </dl>
    <Words
      heading={ui.m.partners.roles}
      words={partner.roles.map((role) => ROLE_LABELS[role][ui.lang])}
      none={ui.m.frame.unknown}
    />
    <Words heading={ui.m.partners.competences} words={partner.competences[ui.lang]} none={ui.m.frame.unknown} />
  </section>
);

const Words = ({ heading, words, none }: { heading: string; words: readonly string[]; none: string }) => (
  <>
    <h3>{heading}</h3>
    <ul class="chips">
      {words.length === 0 && <li class="soft">{none}</li>}
      {words.map((word) => (
        <li class="chip">{word}</li>
      ))}
    </ul>
  </>
);

const MatchTable = ({ ui, matches }: { ui: Ui; matches: readonly PartnerMatch[] }) => (
  <ScrollTable label={ui.m.partners.matches} stackable>
    <thead>
      <tr>
        <th scope="col">{ui.m.partners.call}</th>
        <th scope="col">{ui.m.partners.deadline}</th>
        <th scope="col">{ui.m.partners.fit}</th>
      </tr>
    </thead>
    <tbody>
      {matches.map(({ score, topic }) => (
        <tr class={pillarClass(topic.primaryPillar)}>
          <th scope="row">
            <CallLink card={topic} />
            <div class="soft plain-weight">
              <code>{topicKey(topic)}</code>
            </div>
          </th>
          <td data-l={ui.m.partners.deadline}>
            {topic.nextDeadlineAt === null ? ui.m.topics.deadlineUnknown : ui.f.shortDay(topic.nextDeadlineAt)}
          </td>
          <td class="fit" data-l={ui.m.partners.fit}>
            {ui.f.score(score)}
            <EvidenceBar score={score} weights={[]} />
          </td>
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
