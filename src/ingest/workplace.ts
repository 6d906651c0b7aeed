import type { Workplace } from '../domain/ports.ts';

/** Where nothing is known of the neighbours: a name nobody else has, and only time tells who is gone. */
const ANYWHERE: Workplace = { newHolder: () => `anywhere::${crypto.randomUUID()}`, isGone: () => false };

export const workplaceOf = ({ workplace }: { workplace?: Workplace }): Workplace => workplace ?? ANYWHERE;
