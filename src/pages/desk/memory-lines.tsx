import type { RememberedDiscard, RememberedDossier } from '../../domain/desk/dossier/memory.ts';
import { STATE_LABELS } from '../../domain/desk/labels.ts';
import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { Recalled } from '../../services/desk/recall.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { desk } from './links.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { reasonWords } from './reason-words.ts';

/** Earlier decisions of a topic's family with their reasons, calls let go, and our projects: lines of a list. */
export const MemoryLines = ({ ui, memory }: { ui: Ui; memory: Recalled }) => (
  <>
    {memory.dossiers.map((dossier) => (
      <Earlier ui={ui} dossier={dossier} readable={memory.readable.has(dossier.id)} />
    ))}
    {memory.discards.map((discard) => (
      <Discarded ui={ui} discard={discard} />
    ))}
    {memory.projects.map(({ id, acronym, startsOn, endsOn }) => (
      <li>
        <a href={desk.project(id)}>{acronym}</a>
        <span class="small soft"> {ui.m.dossier.ourProject(ui.f.shortDay(startsOn), ui.f.shortDay(endsOn))}</span>
      </li>
    ))}
  </>
);

const Earlier = ({ ui, dossier, readable }: { ui: Ui; dossier: RememberedDossier; readable: boolean }) => {
  const { id, title, state, role, decision, outcome } = dossier;
  const since = state === decision.what ? null : STATE_LABELS[state][ui.lang];
  return (
    <li>
      {readable ? (
        <a href={desk.dossier(id)} lang="en">
          {title}
        </a>
      ) : (
        <span lang="en">{title}</span>
      )}
      <p class="small">
        <b>{STATE_LABELS[decision.what][ui.lang]}</b> · {ui.f.shortDay(decision.on)}
        {role !== null && ` · ${ROLE_LABELS[role][ui.lang]}`}
        {since !== null && ` · ${ui.m.dossier.standsNow(since)}`}
      </p>
      {decision.reasons.map((reason) => (
        <p class="small soft">«{reasonWords(ui, reason)}»</p>
      ))}
      {outcome !== null && (
        <p class="small">
          <OutcomeLine ui={ui} outcome={outcome} />
        </p>
      )}
      {outcome?.lessonLearnt != null && <p class="small soft">{outcome.lessonLearnt}</p>}
    </li>
  );
};

const Discarded = ({ ui, discard: { topicKey, title, reason, at } }: { ui: Ui; discard: RememberedDiscard }) => (
  <li>
    <a href={href.topicKey(topicKey)} lang="en">
      {title}
    </a>
    <p class="small">
      <b>{ui.m.dossier.letGo}</b> · {ui.f.shortDay(at)}
      {reason !== null && <span class="soft"> · «{reasonWords(ui, reason)}»</span>}
    </p>
  </li>
);
