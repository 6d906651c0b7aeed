import { z } from 'zod';
import { readAssociationFact, saveAssociationFact } from '../../../db/repositories/association.ts';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { Deps } from '../deps.ts';

const name = z.string().trim().min(1).max(120);

/** What the first hour asks of the association: its name, its city, and how it calls the six groups. */
const associationFactSchema = z.object({
  association: name.optional(),
  city: name.optional(),
  groups: z.partialRecord(z.enum(PILLARS), name).default({}),
  /** What came of the mail test: an instant, or that there is no mail. */
  mail: z.enum(['works', 'none']).optional(),
});
type AssociationFact = z.infer<typeof associationFactSchema>;

export const namesSchema = z.object({ association: name, city: name });
export const groupNamesSchema = z.object(
  Object.fromEntries(PILLARS.map((pillar) => [pillar, name])) as Record<Pillar, typeof name>,
);

export interface Association {
  association: Localised;
  city: Localised;
  groups: Record<Pillar, Localised>;
  mail: 'works' | 'none' | null;
  /** Whether somebody has said the names and the groups, or the profile's still stand. */
  named: boolean;
  grouped: boolean;
}

/** The association as it calls itself; what nobody said is the city profile's. */
export async function readAssociation({ deps }: { deps: Pick<Deps, 'db' | 'profile'> }): Promise<Association> {
  const { profile } = deps;
  const said = await readFactOf(deps);
  const same = (text: string | undefined, fallback: Localised) =>
    text === undefined || text === fallback.it ? fallback : { it: text, en: text };
  const groups = profile.groups.map(({ pillar, name }) => [pillar, same(said.groups[pillar], name)] as const);
  return {
    association: same(said.association, profile.association),
    city: same(said.city, profile.city),
    // The profile has exactly one group a pillar.
    groups: Object.fromEntries(groups) as Record<Pillar, Localised>,
    mail: said.mail ?? null,
    named: said.association !== undefined,
    grouped: Object.keys(said.groups).length === PILLARS.length,
  };
}

/** Says some of it anew; the rest stays. */
export async function nameAssociation({
  deps,
  input: { by, said },
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: { by: PersonId; said: Partial<AssociationFact> };
}): Promise<void> {
  const now = deps.clock.now();
  const fact = associationFactSchema.parse({ ...(await readFactOf(deps)), ...said });
  await saveAssociationFact(deps.db, fact, now);
  await writeTogether(deps.db, [
    logged(deps.db, {
      at: now,
      personId: by,
      action: 'settings.changed',
      subjectKind: 'association',
      subjectId: 'association',
      detail: { ...said },
    }),
  ]);
}

async function readFactOf({ db }: Pick<Deps, 'db'>): Promise<AssociationFact> {
  const parsed = associationFactSchema.safeParse(await readAssociationFact(db));
  return parsed.success ? parsed.data : { groups: {} };
}
