import { strToU8, zipSync } from 'fflate';

export type XlsxCell = string | number | boolean | null;

/** The most that a cell holds; Excel refuses a file with more. */
const CELL_CHARS = 32_767;
/** Excel takes no shorter name away, and refuses these characters in it. */
const SHEET_CHARS = 31;

/**
 * A workbook of one sheet: a bold, frozen head, then one row a line. Texts are inline strings, which are never formulas,
 * so that a title beginning with `=` stays a title. The bytes depend on the content alone.
 */
export function toXlsx(name: string, columns: readonly string[], rows: readonly (readonly XlsxCell[])[]): Uint8Array {
  const lines = [row(columns, 1, ' s="1"'), ...rows.map((cells, at) => row(cells, at + 2, ''))];
  const range = `A1:${columnName(Math.max(columns.length, 1))}${rows.length + 1}`;
  const files: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONS,
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet(lines.join(''), range),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(`${XML}${text}`)]));
  return zipSync(bytes, { level: 6, mtime: new Date(1980, 0, 1) });
}

function row(cells: readonly XlsxCell[], number: number, style: string): string {
  return `<row r="${number}">${cells.map((value, at) => cell(value, `${columnName(at + 1)}${number}`, style)).join('')}</row>`;
}

function cell(value: XlsxCell, reference: string, style: string): string {
  const place = `<c r="${reference}"${style}`;
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${place} t="b"><v>${Number(value)}</v></c>`;
  return `${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(value.slice(0, CELL_CHARS))}</t></is></c>`;
}

/** 1 → A, 26 → Z, 27 → AA. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest);
}

/** XML 1.0 takes no control characters and no lone surrogates, not even escaped. */
function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  '</Types>',
].join('');

const RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`,
  `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>`,
  '</Relationships>',
].join('');

const workbook = (name: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, SHEET_CHARS) || 'Bandolo';

const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>',
  '</styleSheet>',
].join('');

const sheet = (rows: string, range: string): string =>
  [
    `<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>',
    `<sheetData>${rows}</sheetData><autoFilter ref="${range}"/></worksheet>`,
  ].join('');
