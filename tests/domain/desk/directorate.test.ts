import { expect, it } from 'vitest';
import { sameDirectorate } from '../../../src/domain/desk/people/directorate.ts';

it('a directorate is the same however people write it, and none is nobody’s', () => {
  for (const written of ['Mobilità', 'Direzione Mobilità', ' mobilita', 'DIREZIONE  Mobilità'])
    expect(sameDirectorate(written, 'Mobilità')).toBe(true);
  expect(sameDirectorate('Direzione Casa', 'Mobilità')).toBe(false);
  expect(sameDirectorate(null, null)).toBe(false);
  expect(sameDirectorate(undefined, 'Mobilità')).toBe(false);
});
