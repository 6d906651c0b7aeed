import type { ChangeField } from '../../../domain/change.ts';
import type { Ui } from '../../ui.ts';

/** A field of a call in words; a dossier's pages name the material ones. */
export const CHANGE_FIELDS_SHOWN = (ui: Ui, field: ChangeField): string => {
  const words: Readonly<Record<string, string>> = ui.m.desk.callFields;
  return words[field] ?? field;
};
