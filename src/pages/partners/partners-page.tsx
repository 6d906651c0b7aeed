import { canSomewhere } from '../../domain/desk/people/roles.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PARTNER_TYPE_LABELS } from '../../domain/labels/roles.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { PartnerCard } from '../../services/topics/list-partners.ts';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { PillarMark, PillarName, pillarClass } from '../components/pillar-mark.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import { desk } from '../desk/links.ts';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { relationWord } from './relation-word.ts';

type Props = { ui: Ui; shell: Shell; list: Page<PartnerCard>; chosen: Pillar | undefined };

/** Who can take part with the city. */
export const PartnersPage = ({ ui, shell, list, chosen }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.partners.title} place="partners">
    <div class="title">
      <div>
        <h1>{ui.m.partners.title}</h1>
        <p class="lead">{ui.m.partners.lead(list.total)}</p>
      </div>
      {canSomewhere(shell.viewer.person, 'membership.read') && (
        <p class="acts noprint">
          <a class="btn quiet" href={desk.members}>
            {ui.m.members.title}
          </a>
        </p>
      )}
    </div>
    <div class="stack">
      <nav class="acts filters" aria-label={ui.m.topics.filterByPillar}>
        <a class="filter plain" href={href.partners} aria-current={chosen === undefined ? 'true' : undefined}>
          {ui.m.topics.all}
        </a>
        {PILLARS.map((pillar) => (
          <a
            class={`filter ${pillarClass(pillar)}`}
            href={withQuery(href.partners, { pillar })}
            aria-current={chosen === pillar ? 'true' : undefined}
          >
            <PillarMark pillar={pillar} lang={ui.lang} />
            {PILLAR_LABELS[pillar][ui.lang]}
          </a>
        ))}
      </nav>
      <div class="panel">
        {list.items.length === 0 ? <p>{ui.m.partners.none}</p> : <PartnerTable ui={ui} partners={list.items} />}
      </div>
      <Pager ui={ui} list={list} />
    </div>
  </Layout>
);

const PartnerTable = ({ ui, partners }: { ui: Ui; partners: readonly PartnerCard[] }) => (
  <ScrollTable label={ui.m.partners.title} stackable>
    <thead>
      <tr>
        <th scope="col">{ui.m.partners.name}</th>
        <th scope="col">{ui.m.partners.kind}</th>
        <th scope="col">{ui.m.partners.pillars}</th>
        <th scope="col">{ui.m.partners.competences}</th>
      </tr>
    </thead>
    <tbody>
      {partners.map(({ id, name, legalName, type, relation, pillars, competences }) => (
        <tr>
          <th scope="row">
            <a href={href.partner(id)}>{name}</a>
            {legalName !== name && <div class="soft small plain-weight">{legalName}</div>}
          </th>
          <td>
            {PARTNER_TYPE_LABELS[type][ui.lang]}
            <div class="soft small">{relationWord(ui, relation)}</div>
          </td>
          <td>
            <span class="pillars">
              {pillars.map((pillar) => (
                <PillarName pillar={pillar} lang={ui.lang} />
              ))}
            </span>
          </td>
          <td>{competences[ui.lang].slice(0, 5).join(', ')}</td>
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
