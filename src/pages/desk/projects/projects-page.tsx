import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { listProjects } from '../../../services/desk/list-projects.ts';
import { Layout } from '../../components/layout.tsx';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { OutcomeLine } from '../outcome-line.tsx';
import { Head } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  projects: Awaited<ReturnType<typeof listProjects>>;
  bodies: ReadonlyMap<string, string>;
  today: string;
  mayAdd: boolean;
}

/** *Progetti*: what is funded, running and ended. */
export const ProjectsPage = ({ ui, shell, projects, bodies, today, mayAdd }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.projects} place="projects">
    <Head ui={ui} title={ui.m.desk.places.projects} lead={ui.m.projects.lead}>
      {mayAdd && (
        <a class="btn" href={desk.newProject}>
          {ui.m.projects.add}
        </a>
      )}
    </Head>
    {projects.length === 0 ? (
      <p class="panel">{ui.m.projects.none}</p>
    ) : (
      <ul class="panel lines">
        {projects.map(({ id, acronym, grantAgreement, topicKey, startsOn, endsOn, bodies: own, sites, outcome }) => (
          <li>
            <h2 class="call">
              <a href={desk.project(id)}>{acronym}</a>
            </h2>
            <p class="small soft">
              {grantAgreement !== null && <code>{grantAgreement}</code>} {topicKey !== null && <code>{topicKey}</code>}{' '}
              {ui.f.shortDay(startsOn)}–{ui.f.shortDay(endsOn)}{' '}
              {endsOn < today ? ui.m.projects.ended : ui.m.projects.running}
            </p>
            {own.map(({ bodyId, role, contributionEur }) => (
              <p class="small">
                {bodies.get(bodyId) ?? bodyId} · {ROLE_LABELS[role][ui.lang]}
                {contributionEur !== null && ` · ${ui.f.money(contributionEur)}`}
              </p>
            ))}
            {outcome !== null && (
              <p class="small">
                <OutcomeLine ui={ui} outcome={outcome} />
              </p>
            )}
            {sites.length > 0 && <p class="small">{sites.join(', ')}</p>}
          </li>
        ))}
      </ul>
    )}
  </Layout>
);
