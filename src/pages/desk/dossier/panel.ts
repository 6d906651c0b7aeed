import type { DossierView } from '../../../services/desk/dossier-view.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import type { NamedBody } from '../body-choice.tsx';

export interface PanelProps {
  ui: Ui;
  shell: Shell;
  view: DossierView;
  /** Bodies by id, as the profile calls them. */
  bodies: ReadonlyMap<string, string>;
  partners: readonly NamedBody[];
  /** Where this house stands on the web, for links that go to others. */
  origin: string;
}
