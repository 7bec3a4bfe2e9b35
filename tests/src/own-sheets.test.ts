import { strFromU8, unzipSync } from 'fflate';
import write from 'write-excel-file/node';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import { readWorkbook, type Sheet } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { EXAMPLE, NOTES_HEADING } from '../../cloudfunctions/values/templates';
import { notesOf as ruleNotes } from '../../src/catalogue/catalogue/notes';
import type { Preview as RulePreview } from '../../src/catalogue/catalogue/sheet-words';
import { type Note, noted } from '../../src/device/noted';
import { templateSheets } from '../../src/device/sheet';
import type { Template } from '../../src/device/templates/form';
import { template as ROSTER_TEMPLATE } from '../../src/device/templates/roster';
import { template as RULE_TEMPLATE } from '../../src/device/templates/rules';
import type { Preview } from '../../src/household/roster/finding-words';
import { notesOf } from '../../src/household/roster/notes';
import { familiesOf, understandFile, understandSheets } from '../household/roster-sheets';
import { makeSheets, type Written, zip } from '../household/workbook';
import { processorMs } from '../support/processor';

async function sheetsOf(file: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readWorkbook(Buffer.from(file));
  if (isRefusal(read)) throw new Error(read.code);
  return read as readonly Sheet[];
}
/** A template as it is saved, with lines that somebody has filled in below the example. */
async function filledIn(template: Template, ...lines: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [first, ...rest] = templateSheets(template);
  if (!first) throw new Error('a template without a sheet');
  const own = lines.map((cells) => cells.map((value) => ({ value, type: String, format: '@' })));
  const [heads = [], example = []] = first.data;
  const file = await write([{ ...first, data: [heads, example, ...own] }, ...rest]).toBuffer();
  return new Uint8Array(file);
}
const cellsOf = (sheet: Sheet | undefined, column: number) =>
  new Map(sheet?.rows.map(({ row, cells }) => [row, cells[column] ?? null]));

describe('the template of a roster', () => {
  it('comes back with those who were filled in, the example passed over and told, the instructions no list', async () => {
    const file = await filledIn(
      ROSTER_TEMPLATE,
      [
        '007',
        '贺启明',
        '贺启明',
        '户主',
        '男',
        '1950-03-08',
        '0016',
        '014000000001',
        '浏河路2号',
        '第一网格',
        '1组',
        '',
      ],
      ['007', '贺启明', '单秀兰', '妻', '女', '1952年3月', '', '', '', '', '', ''],
    );
    const read = understandSheets(await sheetsOf(file));
    expect(familiesOf(read)).toEqual([['007', '贺启明 户主', '单秀兰 妻']]);
    expect(read.sheets.map(({ name, state, people, examples }) => [name, state, people, examples])).toEqual([
      ['花名册', 'read', 2, 1],
      ['填写说明', 'withoutHeader', 0, 0],
    ]);
    expect(read.sheets[0]?.columns).toEqual([]);
    expect(read.refusedRows).toEqual([]);
  });

  it('has nobody in it while it is empty, and keeps what is typed as text', async () => {
    const whole = await write(templateSheets(ROSTER_TEMPLATE)).toBuffer();
    const read = understandSheets(await sheetsOf(new Uint8Array(whole)));
    expect([read.rows, read.households, read.findings.filter(({ effect }) => effect === 'rowRefused')]).toEqual([
      0,
      [],
      [],
    ]);
    const styles = strFromU8(unzipSync(new Uint8Array(whole))['xl/styles.xml'] ?? new Uint8Array());
    expect(styles).toMatch(/numFmtId="49"|formatCode="@"/);
  });
});

describe('the template of a rule sheet', () => {
  it('comes back with the items that were filled in, and with no remark of ours', async () => {
    const file = await filledIn(
      RULE_TEMPLATE,
      ['邻里互助', '替邻居买药', '每次加2分', '次', '每人每月最多10分', '', '限独居老人'],
      ['', '陪老人看病', '3', '', '', '', ''],
    );
    const { lines, remarks, sheets } = understandWorkbook(await sheetsOf(file));
    expect(lines.map((line) => [line.result, line.category, line.name, line.worth.points])).toEqual([
      ['take', '邻里互助', '替邻居买药', 2],
      ['take', '邻里互助', '陪老人看病', 3],
    ]);
    expect(lines[0]?.worth).toMatchObject({ ceilings: { personMonth: 10 }, condition: '限独居老人' });
    expect(remarks).toEqual([]);
    expect(sheets.map(({ kind, examples, columns }) => [kind, examples, columns])).toEqual([
      ['rules', 1, []],
      ['instructions', 0, []],
    ]);
  });

  it('tells what somebody wrote below our instructions as theirs', async () => {
    const [first, second] = templateSheets(RULE_TEMPLATE);
    if (!first || !second) throw new Error('two sheets');
    const added = { ...second, data: [...second.data, [{ value: '积分年底清零', type: String, format: '@' }]] };
    const { sheets, remarks } = understandWorkbook(
      await sheetsOf(new Uint8Array(await write([first, added]).toBuffer())),
    );
    expect(sheets.map(({ kind }) => kind)).toEqual(['rules', 'words']);
    expect(remarks.map(({ text, rules }) => [text, rules])).toEqual([['积分年底清零', ['rule1OnlyAdded']]]);
  });

  it.each([EXAMPLE, '（示例）', '【样例】', '填写示例：', '举例'])('knows the example of others, too: %s', (word) => {
    const rows = [
      { row: 1, cells: ['序号', '事项', '分值'] },
      { row: 2, cells: [word, '送饭', '2'] },
      { row: 3, cells: ['1', '送药', '2'] },
    ];
    const { lines, sheets } = understandWorkbook([{ name: '细则', isHidden: false, rows }]);
    expect([lines.map(({ name }) => name), sheets[0]?.examples]).toEqual([['送药'], 1]);
  });
});

const TITLE = ['户编号', '姓名', '与户主关系', '出生日期'];
const roster = (...rows: readonly (readonly Written[])[]) => makeSheets([{ name: '一组', rows: [TITLE, ...rows] }]);
const previewOf = async (file: Buffer) =>
  (await understandFile(file)) as unknown as Pick<Preview, 'findings' | 'sheets'>;

describe('somebody’s own sheet with what is to be mended', () => {
  it('says it beside the row, reads as before, and takes in what was mended', async () => {
    const file = roster(
      ['A1', '贺启明', '户主', '1950-03-08'],
      ['A1', '单秀兰', '妻', '1952-02-30'],
      ['A2', null, '户主', null],
    );
    const { notes, headings } = notesOf(await previewOf(file), new Map());
    const annotated = await noted(file, notes, headings);
    const parts = unzipSync(annotated ?? new Uint8Array());
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain(`<c r="E1" t="inlineStr"><is><t xml:space="preserve">${NOTES_HEADING}</t></is></c>`);
    expect(xml).toMatch(/r="E3"[\s\S]*出生日期写着1952年2月30日，没有这一天，改好再导/);
    expect(xml).toMatch(/r="E4"[\s\S]*没有写姓名，补上再导/);
    expect(xml).not.toContain('r="E2"');
    const again = await understandFile(Buffer.from(annotated ?? new Uint8Array()));
    expect(again).toEqual(await understandFile(file));
  });

  it('leaves every other part of the file as it was: formats, merged cells, widths', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const body = `<x:worksheet xmlns:x="${main}"><x:dimension ref="A1:C3"/><x:cols><x:col min="1" max="3" width="9"/></x:cols><x:sheetData><x:row r="1" spans="1:3"><x:c r="A1" t="inlineStr"><x:is><x:t>事项</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>分值</x:t></x:is></x:c></x:row><x:row r="2"/><x:row r="3" spans="1:3"><x:c r="A3" t="inlineStr"><x:is><x:t>送饭</x:t></x:is></x:c><x:c r="B3" s="1"><x:v>5</x:v></x:c><x:c r="E3" s="1"/></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A4:D4"/></x:mergeCells></x:worksheet>`;
    const [name, part] = [
      'xl/worksheets/sheet1.xml',
      unzipSync(new Uint8Array(makeSheets([{ name: '甲 & 乙', rows: [[{ number: 5, format: '"扣"0"分"' }]] }]))),
    ];
    const file = zip([
      ...Object.entries(part).map(([key, bytes]): [string, Buffer] => [
        key,
        Buffer.from(key === name ? body : strFromU8(bytes)),
      ]),
    ]);
    const notes: Note[] = [{ sheet: '甲 & 乙', row: 3, words: '写上 <几分> & 名称' }];
    const annotated = await noted(file, notes, [{ sheet: '甲 & 乙', row: 1 }]);
    const after = unzipSync(annotated ?? new Uint8Array());
    for (const [key, bytes] of Object.entries(part)) if (key !== name) expect(after[key]).toEqual(bytes);
    const xml = strFromU8(after[name] ?? new Uint8Array());
    expect(xml).toContain(
      '<x:c r="B3" s="1"><x:v>5</x:v></x:c><x:c r="E3" t="inlineStr"><x:is><x:t xml:space="preserve">写上 &lt;几分&gt; &amp; 名称',
    );
    expect(xml).toContain('<x:col min="5" max="5"');
    expect(xml).not.toMatch(/dimension|spans/);
    expect(understandWorkbook(await sheetsOf(annotated ?? new Uint8Array())).lines).toMatchObject([
      { written: '扣5分', rule: 'rule4NoDeduction' },
    ]);
  });

  it('writes over what an earlier round has said, also once Excel has saved it its own way', async () => {
    const file = roster(['A1', '贺启明', '户主', '1950-02-30'], ['A2', '单秀兰', '户主', '1952-02-30']);
    const first = notesOf(await previewOf(file), new Map());
    const annotated = await noted(file, first.notes, first.headings);
    const saved = asShared(annotated ?? new Uint8Array());
    const mended = await noted(saved, [{ sheet: '一组', row: 3, words: '还差这个' }], first.headings);
    const xml = strFromU8(unzipSync(mended ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml.match(/没有这一天/g)).toBeNull();
    expect(xml).toMatch(/r="E3"[\s\S]*还差这个/);
    expect(xml).not.toContain('r="F1"');
  });

  /** The column's heading as a text that the whole workbook shares, as Excel writes it. */
  function asShared(file: Uint8Array): Uint8Array {
    const parts = Object.entries(unzipSync(file)).map(([key, bytes]): [string, string] => [key, strFromU8(bytes)]);
    const heading = `t="inlineStr"><is><t xml:space="preserve">${NOTES_HEADING}</t></is>`;
    const changed = parts.map(([key, text]): [string, string] => [key, text.replace(heading, 't="s"><v>1</v>')]);
    const strings = `<sst><si><t>别的</t></si><si><r><t>要改</t></r><r><t>什么</t></r></si></sst>`;
    return new Uint8Array(zip([...changed, ['xl/sharedStrings.xml', strings]]));
  }

  it('tells of a rule sheet what to write, and nothing of what was answered', async () => {
    const file = makeSheets([
      {
        name: '细则',
        rows: [
          ['事项', '分值'],
          ['送饭', '酌情'],
          ['打扫楼道', '5-10分'],
          ['骂人', '扣2分'],
          ['乱倒垃圾', 3],
          ['备注：年底清零', null],
        ],
      },
    ]);
    const read = understandWorkbook(await sheetsOf(new Uint8Array(file)));
    const preview = read as unknown as Pick<RulePreview, 'sheets' | 'remarks' | 'lines'>;
    const { notes, headings } = ruleNotes(preview, preview.lines, ({ row }) => row === 3);
    expect(headings).toEqual([{ sheet: '细则', row: 1 }]);
    expect(notes.map(({ row, words }) => [row, words])).toEqual([
      [2, '这一格没写几分。写上几分，例如“每次加2分”。'],
      [4, expect.stringMatching(/^不收：规则四：不设扣分项目/)],
      [5, expect.stringMatching(/是加分的就在分值前写“\+”/)],
      [6, expect.stringMatching(/^不收：规则一/)],
    ]);
    const annotated = await noted(new Uint8Array(file), notes, headings);
    const again = understandWorkbook(await sheetsOf(annotated ?? new Uint8Array()));
    expect(again).toEqual(read);
  });

  it('is as quick with 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [`A${i}`, '贺启明', '户主', '1950-02-30']);
    const file = roster(...rows);
    const processor = processorMs();
    const notes = rows.map((_, i) => ({ sheet: '一组', row: i + 2, words: `出生日期写着 ${i}` }));
    const annotated = await noted(file, notes, [{ sheet: '一组', row: 1 }]);
    const took = processor();
    const plain = (await sheetsOf(annotated ?? new Uint8Array()))[0];
    expect(plain?.rows).toHaveLength(10_001);
    expect(cellsOf(plain, 4).get(10_001) ?? null).toBeNull(); // what we wrote is no part of what is read
    const xml = strFromU8(unzipSync(annotated ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/r="E10001"[\s\S]*出生日期写着 9999/);
    expect(took).toBeLessThan(6_000);
  });

  it('gives nothing for what is no archive', async () => {
    expect(await noted(new Uint8Array([1, 2, 3]), [], [])).toBeUndefined();
  });
});
