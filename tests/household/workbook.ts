import { crc32, deflateRawSync } from 'node:zlib';

/** A number in a format that shows something else, as 12 in 0000. */
export interface Formatted {
  readonly number: number;
  readonly format: string;
}
export type Written = string | number | null | Formatted;
export interface WrittenSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly rows: readonly (readonly Written[])[];
  /** Rows below them, as the office program wrote them. */
  readonly below?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet with these rows, as an office program would pack it. */
export const makeWorkbook = (rows: readonly (readonly Written[])[]): Buffer => makeSheets([{ name: '名册', rows }]);

/** A workbook of these sheets. */
export function makeSheets(sheets: readonly WrittenSheet[], shared?: string): Buffer {
  const formats = [...new Set(sheets.flatMap(({ rows }) => rows.flatMap((cells) => cells.flatMap(formatOf))))];
  const each = (line: (sheet: WrittenSheet, number: number) => string) =>
    sheets.map((one, i) => line(one, i + 1)).join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name, isHidden }, n) => `<sheet name="${escaped(name)}" sheetId="${n}"${isHidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>${shared ? `<Relationship Id="shared" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/styles.xml': stylesXml(formats),
  };
  const bodies = sheets.map(({ rows, below = '' }, i): [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells, row) => rowXml(cells, row, formats)).join('')}${below}</sheetData></worksheet>`,
  ]);
  const texts: [string, string][] = shared ? [['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${shared}</sst>`]] : [];
  return zip([...Object.entries(parts), ...texts, ...bodies]);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const formatOf = (cell: Written) => (cell !== null && typeof cell === 'object' ? [cell.format] : []);

/** Style 0 is none, style n the n-th format. */
const stylesXml = (formats: readonly string[]) =>
  `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

function rowXml(cells: readonly Written[], i: number, formats: readonly string[]): string {
  const xml = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${i + 1}`, formats)).join('');
  return `<row r="${i + 1}">${xml}</row>`;
}

function cellXml(cell: Written, place: string, formats: readonly string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${place}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.number}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

export function zip(parts: readonly (readonly [string, string | Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const plain = typeof text === 'string' ? Buffer.from(text) : text;
    const packed = deflateRawSync(plain);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(plain.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
