import type { CityProfile } from '../../domain/city-profile.ts';
import { DESK_ROLE_LABELS } from '../../domain/desk/labels.ts';
import type { Grant } from '../../domain/desk/people/person.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PillarMark } from '../components/pillar-mark.tsx';
import type { Ui } from '../ui.ts';

type Bodies = CityProfile['partners'];

/** A role with its scope in words: "coordinatore del gruppo, Mobilità". */
export function hatWords({ lang }: Ui, grant: Grant, bodies: Bodies): string {
  const role = DESK_ROLE_LABELS[grant.role][lang];
  const scope = scopeWords(lang, grant, bodies);
  return scope === '' ? role : `${role}, ${scope}`;
}

export const Hat = ({ ui, grant, bodies }: { ui: Ui; grant: Grant; bodies: Bodies }) => (
  <span class="hat">
    {'group' in grant && <PillarMark pillar={grant.group} lang={ui.lang} />}
    {hatWords(ui, grant, bodies)}
  </span>
);

export const bodyName = (bodies: Bodies, id: string | null): string | null =>
  id === null ? null : (bodies.find((body) => body.id === id)?.name ?? id);

function scopeWords(lang: Ui['lang'], grant: Grant, bodies: Bodies): string {
  if ('group' in grant) return PILLAR_LABELS[grant.group][lang];
  if ('body' in grant) return bodyName(bodies, grant.body) ?? '';
  return 'directorate' in grant ? grant.directorate : '';
}
