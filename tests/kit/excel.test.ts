import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { readSheet, readWorkbook, type Sheet } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { sieveRows } from '../../cloudfunctions/kit/sheet-rows';
import { unzip, type ZippedFile, zipStored } from '../../cloudfunctions/kit/zip';
import { makeSheets, zip as zipDeflated } from '../household/workbook';
import { processorMs } from '../support/processor';

const household = readFileSync('cloudfunctions/host/demo/data/rules-household-scheme.xlsx');
const WIDE = { entriesMax: 200, unzippedBytesMax: 1 << 30, ratioMax: 2_000 };

/** A real workbook with its sheet's rows replaced. */
async function workbook(rows: string, isDeflated = false): Promise<Buffer> {
  const parts = await unzip(household, () => true, WIDE);
  if (parts.kind !== 'files') throw new Error('the sample must open');
  const files = parts.files.map(({ name, bytes }): ZippedFile => {
    if (name !== 'xl/worksheets/sheet1.xml') return { name, bytes };
    const xml = bytes.toString().replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);
    return { name, bytes: Buffer.from(xml) };
  });
  const kept = files.filter((file) => file.name.endsWith('.xml') || file.name.endsWith('.rels'));
  return isDeflated ? zipDeflated(kept.map(({ name, bytes }) => [name, bytes])) : zipStored(kept);
}
async function sheetsOf(file: Buffer): Promise<readonly Sheet[]> {
  const sheets = await readWorkbook(file);
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return sheets;
}
const codeOf = async (file: Buffer) => {
  const answer = await readWorkbook(file);
  return isRefusal(answer) ? answer.code : 'read';
};
const text = (words: string) => `t="inlineStr"><is><t>${words}</t></is></c>`;

describe('a sheet', () => {
  it('is read with the row numbers that Excel shows, empty rows kept', async () => {
    const rows = await readSheet(household);
    if (isRefusal(rows)) throw new Error(rows.code);
    expect(rows).toHaveLength(21);
    expect(rows[2]).toEqual({ row: 3, cells: ['表彰', '家庭或家庭成员获得国家级表彰(含红榜)', '一次加50分', null] });
    expect(rows[19]).toEqual({ row: 20, cells: [null, null, null, null] });
    expect(rows[20]?.row).toBe(21);
  });

  it('keeps its row numbers where rows are left out', async () => {
    const rows = await readSheet(
      await workbook(`<row r="3"><c r="B3" ${text('三')}</row><row r="7"><c r="A7" ${text('七')}</row>`),
    );
    if (isRefusal(rows)) throw new Error(rows.code);
    expect(rows.filter(({ cells }) => cells.some((cell) => cell !== null)).map(({ row }) => row)).toEqual([3, 7]);
  });

  it('gives no control or direction characters on', async () => {
    const rows = await readSheet(
      await workbook(`<row r="1"><c r="A1" ${text('打&#0;扫&#7;&#x202e;楼&#x2066;道')}</row>`),
    );
    expect(rows).toEqual([{ row: 1, cells: ['打扫楼道'] }]);
  });

  it('without a word in it is refused as empty', async () => {
    expect(await codeOf(await workbook(''))).toBe('FILE_EMPTY');
    expect(await codeOf(await workbook('<row r="1"><c r="A1"/></row>'))).toBe('FILE_EMPTY');
  });
});

describe('a workbook', () => {
  it('gives every sheet by its name, and says which are hidden', async () => {
    const sheets = await sheetsOf(
      makeSheets([
        { name: '字典', isHidden: true, rows: [['男']] },
        { name: '一组 & "二组"', rows: [['户编号'], [], ['Y1']] },
        { name: '空表', rows: [] },
      ]),
    );
    expect(sheets).toEqual([
      { name: '字典', isHidden: true, rows: [{ row: 1, cells: ['男'] }] },
      {
        ...{ name: '一组 & "二组"', isHidden: false },
        rows: [
          { row: 1, cells: ['户编号'] },
          { row: 3, cells: ['Y1'] },
        ],
      },
      { name: '空表', isHidden: false, rows: [] },
    ]);
  });

  it('says in which format a number is shown, where it is another than the number', async () => {
    const cells = [{ number: 5, format: '"-"0' }, 5, { number: 12, format: '0000' }, { number: 3, format: 'General' }];
    const [sheet] = await sheetsOf(makeSheets([{ name: 'S', rows: [cells] }]));
    expect(sheet?.rows[0]?.cells).toEqual([5, 5, 12, 3]);
    expect([...(sheet?.rows[0]?.formats ?? [])]).toEqual([
      [0, '"-"0'],
      [2, '0000'],
    ]);
  });

  it('has no rows where nothing stands: borders and formulas without a result are no data', async () => {
    const empty =
      '<row r="2"><c r="A2" s="0"/><c r="B2" s="0"></c></row><row r="3"/><row><c r="A4" t="str"><f>A3</f><v></v></c></row>';
    const [sheet] = await sheetsOf(
      await workbook(
        `<row r="1"><c r="B1" ${text('一')}</row>${empty}<row r="1048576"><c r="A1048576" ${text('底')}</row>`,
      ),
    );
    expect(sheet?.rows).toEqual([
      { row: 1, cells: [null, '一'] },
      { row: 1_048_576, cells: ['底', null] },
    ]);
  });
});

describe('borders dragged to the last row', () => {
  const borders = (row: number, columns: string) =>
    `<row r="${row}" spans="1:12">${[...columns].map((column) => `<c r="${column}${row}" s="0"/>`).join('')}</row>`;
  const bordersTo = (last: number, columns: string) =>
    Array.from({ length: last - 1 }, (_, i) => borders(i + 2, columns));

  it('are no data, and the file is read at once: 65,536 rows of twelve cells', async () => {
    const rows = `<row r="1"><c r="A1" ${text('户编号')}</row>${bordersTo(65_536, 'ABCDEFGHIJKL').join('')}`;
    const file = await workbook(rows, true);
    const took = processorMs();
    const [sheet] = await sheetsOf(file);
    expect(sheet?.rows).toEqual([{ row: 1, cells: ['户编号'] }]);
    expect(took()).toBeLessThan(3_000); // about 500
  });

  it('cost no memory, down to the last row that Excel has', () => {
    const sieve = sieveRows(() => null, 1_000);
    for (let row = 1; row < 1_048_576; row += 512)
      sieve.add(Buffer.from(Array.from({ length: 512 }, (_, i) => borders(row + i, 'A')).join('')));
    expect(sieve.kept()).toHaveLength(0);
    expect(sieve.rows).toEqual([]);
  });

  it('do not hide what stands between them, wherever a piece of the file ends', () => {
    const xml = Buffer.from(
      `<sheetData>${borders(1, 'AB')}<row r="7"><c r="B7" ${text('底一')}</row>${borders(9, 'A')}</sheetData>`,
    );
    for (const length of [1, 2, 3, 5, 8, 13, 400]) {
      const sieve = sieveRows(() => null, 1_000);
      for (let at = 0; at < xml.length; at += length) sieve.add(xml.subarray(at, at + length));
      expect(sieve.kept().toString()).toBe(`<sheetData><row r="1"><c r="B1" ${text('底一')}</row></sheetData>`);
      expect(sieve.rows).toEqual([{ row: 7 }]);
    }
  });
});

describe('what only calls itself a workbook', () => {
  it.each([
    ['words', Buffer.from('户编号,姓名\n1,某某')],
    ['noise', randomBytes(5_000)],
    ['an archive of something else', zipStored([{ name: 'a.xml', bytes: Buffer.from('<a/>') }])],
    ['a workbook cut off', household.subarray(0, 5_000)],
    ['nothing', Buffer.alloc(0)],
  ])('is refused: %s', async (_what, file) => {
    expect(await codeOf(file)).toBe('FILE_NOT_EXCEL');
  });
});

describe('what would cost too much', () => {
  it('is refused by its size before it is opened', async () => {
    expect(await codeOf(Buffer.alloc(6 * 1024 * 1024 + 1))).toBe('FILE_TOO_LARGE');
  });

  it('is refused within a second when it is a bomb', async () => {
    const bomb = deflatedZip('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 1024 * 1024, ' '));
    const took = processorMs();
    expect(await codeOf(bomb)).toBe('FILE_TOO_LARGE');
    expect(took()).toBeLessThan(1_000);
  });

  it('is refused when more comes out of it than it says', async () => {
    const liar = deflatedZip('xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024, ' '), 1_000);
    expect(await codeOf(liar)).toBe('FILE_NOT_EXCEL');
  });

  it('is refused when it has very many parts', async () => {
    const parts = Array.from({ length: 201 }, (_, i) => ({ name: `${i}.bin`, bytes: Buffer.from('.') }));
    expect(await codeOf(zipStored(parts))).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['a row far down', `<row r="999999999"><c r="A999999999" ${text('远')}</row>`],
    ['a cell far down in an unnumbered row', `<row><c r="A999999999" ${text('远')}</row>`],
    ['very many rows', '<row><c r="A1"><v>1</v></c></row>'.repeat(60_001)],
    [
      'a few rows, very wide',
      `${'<row><c r="A1"><v>1</v></c></row>'.repeat(200)}<row r="300"><c r="XFD300" ${text('远')}</row>`,
    ],
  ])('is refused: %s', async (_what, rows) => {
    expect(await codeOf(await workbook(rows))).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['a number in another form', `<row r="1e9"><c ${text('远')}</row>`],
    ['a number as entities', `<row r="&#57;99999999"><c ${text('远')}</row>`],
    ['a tag that hides its end', `<row a=">" r="999999999"><c ${text('远')}</row>`],
  ])('is refused as no workbook: %s', async (_what, rows) => {
    expect(await codeOf(await workbook(rows))).toBe('FILE_NOT_EXCEL');
  });
});

/** One entry, deflated; `saysBytes` is what the archive claims to hold. */
function deflatedZip(name: string, bytes: Buffer, saysBytes = bytes.length): Buffer {
  const packed = deflateRawSync(bytes);
  const zip = zipStored([{ name, bytes: packed }]);
  const centralAt = zip.length - 22 - 46 - Buffer.byteLength(name);
  for (const headerAt of [4, centralAt + 6]) {
    zip.writeUInt16LE(8, headerAt + 4);
    zip.writeUInt32LE(crc32(bytes), headerAt + 10);
    zip.writeUInt32LE(saysBytes, headerAt + 18);
  }
  return zip;
}
