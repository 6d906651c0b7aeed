/** The bulk archives we read: one for each framework programme, replaced about monthly under the same name. */
export const CORDIS_ARCHIVES = [
  { id: 'H2020', file: 'cordis-h2020projects-csv.zip' },
  { id: 'HORIZON', file: 'cordis-HORIZONprojects-csv.zip' },
] as const;

export type CordisArchive = (typeof CORDIS_ARCHIVES)[number];
export type CordisArchiveId = CordisArchive['id'];
