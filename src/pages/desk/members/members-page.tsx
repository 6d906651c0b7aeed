import { PARTNER_TYPE_LABELS } from '../../../domain/labels/roles.ts';
import type { MemberCard } from '../../../services/desk/memberships.ts';
import { Layout } from '../../components/layout.tsx';
import { ScrollTable } from '../../components/scroll-table.tsx';
import { relationWord } from '../../partners/relation-word.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Head } from '../parts.tsx';

/** Every body with what it is to the association, and which papers it still lacks for a bid. */
export const MembersPage = ({ ui, shell, cards }: { ui: Ui; shell: Shell; cards: readonly MemberCard[] }) => {
  const registered = cards.filter(({ membership }) => membership !== null);
  const others = cards.filter(({ membership }) => membership === null);
  return (
    <Layout ui={ui} shell={shell} title={ui.m.members.title} place="members">
      <Head ui={ui} title={ui.m.members.title} lead={ui.m.members.lead(registered.length)} />
      <div class="stack">
        {registered.length > 0 && (
          <div class="panel">
            <Members ui={ui} cards={registered} />
          </div>
        )}
        {others.length > 0 && (
          <section class="panel" aria-labelledby="others">
            <h2 id="others">{ui.m.members.unregistered}</h2>
            <ul class="lines">
              {others.map(({ body }) => (
                <li class="li">
                  <a href={desk.member(body.id)}>{body.name}</a>
                  <span class="small soft">{ui.m.members.profileSays(relationWord(ui, body.relation))}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  );
};

const Members = ({ ui, cards }: { ui: Ui; cards: readonly MemberCard[] }) => (
  <ScrollTable label={ui.m.members.title} stackable>
    <thead>
      <tr>
        {[ui.m.members.body, ui.m.members.kind, ui.m.members.contact, ui.m.members.papers].map((head) => (
          <th scope="col">{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {cards.map(({ body, membership, contact, missing }) => (
        <tr>
          <th scope="row">
            <a href={desk.member(body.id)}>{body.name}</a>
            <div class="soft small plain-weight">{PARTNER_TYPE_LABELS[body.type][ui.lang]}</div>
          </th>
          <td data-l={ui.m.members.kind}>
            {membership !== null &&
              ui.m.members.admitted(relationWord(ui, membership.kind), ui.f.shortDay(membership.admittedOn))}
          </td>
          <td data-l={ui.m.members.contact}>{contact ?? ui.m.members.noContact}</td>
          <td data-l={ui.m.members.papers} class={missing.length > 0 ? 'warn' : undefined}>
            {missing.length === 0 ? ui.m.members.complete : ui.m.members.missing(missing.join(', '))}
          </td>
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
