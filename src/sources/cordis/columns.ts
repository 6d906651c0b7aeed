/** What we read of each table, and what we know and leave. A column in neither list is new: it becomes an issue. */
export interface TableColumns {
  /** Without one of these the table cannot be read. */
  required: readonly string[];
  optional: readonly string[];
  ignored: readonly string[];
}

export const TABLES = {
  project: {
    required: ['id', 'acronym', 'title', 'startDate', 'endDate'],
    // `topics` repeats topics.csv; one of the two must be there.
    optional: ['topics'],
    ignored: words(`status totalCost ecMaxContribution legalBasis ecSignatureDate frameworkProgramme masterCall subCall
      fundingScheme nature objective contentUpdateDate rcn grantDoi keywords programmePart projectUrl`),
  },
  organization: {
    required: ['projectID', 'organisationID', 'name', 'activityType', 'country', 'role', 'ecContribution'],
    optional: [],
    ignored: words(`projectAcronym vatNumber shortName SME street postCode city nutsCode geolocation organizationURL
      contactForm contentUpdateDate rcn order netEcContribution totalCost endOfParticipation active`),
  },
  topics: { required: ['projectID', 'topic'], optional: ['title'], ignored: ['rcn'] },
} satisfies Record<string, TableColumns>;

export type TableName = keyof typeof TABLES;

export interface ColumnMap {
  /** Column name → position. */
  at: ReadonlyMap<string, number>;
  width: number;
  missing: string[];
  unknown: string[];
}

/** Finds the columns by name, whatever their order and case. */
export function mapColumns(table: TableName, header: readonly string[]): ColumnMap {
  const { required, optional, ignored }: TableColumns = TABLES[table];
  const positions = new Map(header.map((name, index) => [name.toLowerCase(), index]));
  const at = new Map<string, number>();
  for (const name of [...required, ...optional]) {
    const position = positions.get(name.toLowerCase());
    if (position !== undefined) at.set(name, position);
  }
  const known = new Set([...required, ...optional, ...ignored].map((name) => name.toLowerCase()));
  return {
    at,
    width: header.length,
    missing: required.filter((name) => !at.has(name)),
    unknown: header.filter((name) => name !== '' && !known.has(name.toLowerCase())),
  };
}

/** The table that a file of the archive holds, told by its name in whatever folder: `csv/organization.csv`. */
export function tableOf(fileName: string): TableName | null {
  const [, name] = /(?:^|\/)([a-z]+)\.csv$/i.exec(fileName) ?? [];
  const table = name?.toLowerCase();
  if (table === 'organisation' || table === 'organization') return 'organization';
  return table === 'project' || table === 'topics' ? table : null;
}

/** Some Horizon Europe releases repeat the header among the rows: a cell that is its own column's name. */
export function isHeaderRow(names: readonly string[], cells: readonly string[]): boolean {
  return names.length > 0 && cells[0]?.trim().toLowerCase() === names[0]?.toLowerCase();
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
