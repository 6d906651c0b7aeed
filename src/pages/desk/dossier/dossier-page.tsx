import { ROUTE_LABELS, STATE_LABELS } from '../../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import { Layout } from '../../components/layout.tsx';
import { PillarName } from '../../components/pillar-mark.tsx';
import { programmeName } from '../../components/topic-row.tsx';
import { href, webAddress } from '../../links.ts';
import { desk } from '../links.ts';
import { Head, nameOf } from '../parts.tsx';
import { AlertPanel } from './alert-panel.tsx';
import { CalendarLinks } from './calendar-links.tsx';
import { CitiesPanel } from './cities-panel.tsx';
import { DataPanel } from './data-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LeadThreadPanel } from './lead-thread-panel.tsx';
import { MemoryPanel } from './memory-panel.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { OpinionPanel } from './opinion-panel.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import type { PanelProps } from './panel.ts';
import { AdhesionsPanel, InterestPanel, RequestsPanel, VoicesPanel } from './partner-panels.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { Stepper } from './stepper.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { TalkPanel } from './talk-panel.tsx';

/** One dossier: where it stands, what can be done, who thinks what as far as one may know, what was before. */
export const DossierPage = (props: PanelProps) => {
  const { ui, shell, view } = props;
  const { row } = view;
  return (
    <Layout ui={ui} shell={shell} title={row.title} place="dossiers">
      <nav class="crumb" aria-label={ui.m.frame.breadcrumb}>
        <a href={desk.dossiers}>{ui.m.desk.places.dossiers}</a>
      </nav>
      <Head ui={ui} title={row.title} english={row.topicKey !== null && row.origin.kind !== 'by-hand'} />
      <div class="stack">
        <Facts {...props} />
        <AlertPanel {...props} />
        <Stepper ui={ui} view={view} />
        <div class="cols">
          <div class="stack">
            <StepsPanel {...props} />
            {view.may.assign && <DataPanel {...props} />}
            <OpinionPanel {...props} />
            <VoicesPanel {...props} />
            <AdhesionsPanel {...props} />
            {row.route !== 'short' && <ReviewPanel {...props} />}
            <PlanPanel {...props} />
            <OutcomePanel {...props} />
            <LeadThreadPanel {...props} />
            <TalkPanel {...props} />
          </div>
          <div class="stack">
            <RequestsPanel {...props} />
            <InterestPanel {...props} />
            <NoticePanel {...props} />
            <CitiesPanel {...props} />
            <MemoryPanel {...props} />
            <HistoryPanel {...props} />
          </div>
        </div>
      </div>
    </Layout>
  );
};

const Facts = ({ ui, shell, view }: PanelProps) => {
  const { row, groups } = view;
  const link = row.origin.kind === 'by-hand' ? webAddress(row.origin.link) : null;
  return (
    <section class="panel" aria-label={ui.m.topic.brief}>
      <dl class="facts">
        <div>
          <dt>{ui.m.dossier.state}</dt>
          <dd>
            {STATE_LABELS[row.state][ui.lang]}
            {row.route !== null && <small>{ROUTE_LABELS[row.route][ui.lang]}</small>}
          </dd>
        </div>
        <div>
          <dt>{ui.m.dossier.call}</dt>
          <dd>
            {row.topicKey === null ? (
              (row.programme ?? ui.m.frame.unknown)
            ) : (
              <a href={href.topicKey(row.topicKey)}>
                <code>{row.topicKey}</code>
              </a>
            )}
            <small>{row.topicKey === null ? '' : programmeName(row.programme, ui.lang)}</small>
            {link !== null && (
              <small>
                <a href={link} rel="noopener">
                  {ui.m.topic.official}
                </a>
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{ui.m.dossier.deadline}</dt>
          <dd>
            {row.deadlineAt !== null
              ? ui.f.shortDeadline(row.deadlineAt)
              : row.origin.kind === 'expected'
                ? row.origin.expectedText
                : ui.m.topics.deadlineUnknown}
          </dd>
        </div>
        <div>
          <dt>{ui.m.dossier.role}</dt>
          <dd>{roleWord(ui, view)}</dd>
        </div>
        <div>
          <dt>{ui.m.dossier.owner}</dt>
          <dd>{nameOf(ui, view.names, row.ownerId)}</dd>
        </div>
        <div>
          <dt>{ui.m.dossier.groups}</dt>
          <dd class="pillars">
            {groups.length === 0
              ? ui.m.desk.nobody
              : groups.map((group) => <PillarName pillar={group} lang={ui.lang} />)}
          </dd>
        </div>
      </dl>
      <CalendarLinks ui={ui} shell={shell} view={view} />
    </section>
  );
};

/** Chosen, else what triage proposed, else open. */
function roleWord({ m, lang }: PanelProps['ui'], { row, proposedRole }: PanelProps['view']): string {
  if (row.role !== null) return ROLE_LABELS[row.role][lang];
  return proposedRole === null ? m.dossier.roleOpen : m.dossier.roleProposed(ROLE_LABELS[proposedRole][lang]);
}
