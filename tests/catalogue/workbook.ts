import { zipStored } from '../../cloudfunctions/kit/zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGED = 'http://schemas.openxmlformats.org/package/2006/relationships';

const link = (id: string, type: string, target: string) =>
  `<Relationships xmlns="${PACKAGED}"><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** The smallest workbook that is one, in base64: words in the first rows and columns of its only sheet. */
export function sheetOf(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map((texts, row) => {
    const cells = texts.map((text, column) => cell(text, row, column));
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const files = {
    '_rels/.rels': link('r1', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': link('r1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return zipStored(Object.entries(files).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) }))).toString('base64');
}
