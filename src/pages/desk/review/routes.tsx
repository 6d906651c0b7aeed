import { Hono } from 'hono';
import { handleSheet, ownSheet, sheetSchema } from '../../../services/desk/review-sheet.ts';
import { requirePerson } from '../../access/require-action.ts';
import { type PageEnv, show } from '../../page-env.tsx';
import { asked, done, param, readForm } from '../form.ts';
import { desk } from '../links.ts';
import { SheetPage } from './sheet-page.tsx';

const path = desk.sheet(':id').replace('%3A', ':');
const WORDS = { save: 'bozza', deliver: 'consegnata', decline: 'salvato', withdraw: 'ripresa' } as const;

// Whose sheet it is decides who may: the service asks, the table's three rows say the same by role.
export const reviewRoutes = new Hono<PageEnv>()
  .get(path, requirePerson, async (c) => {
    const own = await ownSheet(asked(c, { id: param(c) }));
    return show(c, (ui, shell) => <SheetPage ui={ui} shell={shell} own={own} />);
  })
  .post(path, requirePerson, async (c) => {
    const input = await readForm(c, sheetSchema);
    const answer = await handleSheet(asked(c, { ...input, id: param(c) }));
    if (c.req.header('accept') === 'application/json')
      return c.json({ version: answer.version, gaps: answer.gaps.length });
    if (input.intent === 'deliver' && answer.gaps.length > 0) {
      const own = await ownSheet(asked(c, { id: param(c) }));
      return show(c, (ui, shell) => <SheetPage ui={ui} shell={shell} own={own} refused />, 400);
    }
    return done(c, desk.sheet(param(c)), answer.state === 'recused' ? 'astenuto' : WORDS[input.intent]);
  });
