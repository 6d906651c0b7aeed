import type { MailKind, MuteKind } from '../../domain/delivery.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { isPillar } from '../../domain/pillar.ts';
import type { Ui } from '../ui.ts';

type Named = { kind: MuteKind; value: string };

/** What is muted, as people call it. */
export function muteName(ui: Ui, { kind, value }: Named, partners: readonly { id: string; name: string }[]): string {
  if (kind === 'pillar' && isPillar(value)) return PILLAR_LABELS[value][ui.lang];
  if (kind === 'partner') return partners.find(({ id }) => id === value)?.name ?? value;
  const { kind: kinds } = ui.m.watching;
  return kind === 'kind' && Object.hasOwn(kinds, value) ? kinds[value as MailKind] : value;
}
