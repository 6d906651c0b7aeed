import type { Analysis } from '../../../services/desk/analysis.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';

export interface PanelProps {
  ui: Ui;
  shell: Shell;
  analysis: Analysis;
}
