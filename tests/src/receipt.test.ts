import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isGenuine as isGenuineToServer } from '../../cloudfunctions/ledger/rules';
import type { Entry } from '../../src/ledger/entry-words';
import { asCsv } from '../../src/ledger/passbook-print/as-data';
import { linesOf, periodOf, sheetsOf, sumsOf } from '../../src/ledger/passbook-print/sheets';
import { isGenuine, type Receipt } from '../../src/ledger/receipt/check';
import { linkOfShared, readShared, textOfShared } from '../../src/ledger/receipt/shared';
import { utf8 } from '../../src/ledger/receipt/utf8';
import { seeded } from '../support/seeded';

interface Kept {
  readonly receipt: Receipt;
  readonly publicKey: string;
}
const { receipt, publicKey } = JSON.parse(readFileSync('tests/data/receipt.json', 'utf8')) as Kept;

describe('a receipt on the phone', () => {
  it('is genuine where it is so to the server, Chinese, rare characters and a tree in its title', () => {
    expect(receipt.entry.title).toMatch(/🌳.*𠮷/u);
    expect(isGenuineToServer(receipt, Buffer.from(publicKey, 'hex'))).toBe(true);
    expect(isGenuine(receipt, publicKey)).toBe(true);
  });

  it('is checked without what an engine of the declared base library lacks', () => {
    const hasOwn = jest.spyOn(Object, 'hasOwn').mockImplementation(() => {
      throw new TypeError('not in an old engine');
    });
    const found = isGenuine(receipt, publicKey);
    hasOwn.mockRestore();
    expect(found).toBe(true);
  });

  it('is not, and nothing is thrown, once anything in it is altered or broken', () => {
    const { entry, checkpoint, path } = receipt;
    const altered: Receipt[] = [
      { ...receipt, entry: { ...entry, points: 500 } },
      { ...receipt, entry: { ...entry, title: '清洁家园 🌲 𠮷祥里' } },
      { ...receipt, path: path.slice(1) },
      { ...receipt, path: path.map((step) => ({ ...step, hash: 'no digits' })) },
      { ...receipt, prevHash: '0' },
      { ...receipt, checkpoint: { ...checkpoint, signature: checkpoint.signature.slice(2) } },
      { ...receipt, checkpoint: { ...checkpoint, signature: 'f'.repeat(128) } },
      { ...receipt, checkpoint: { ...checkpoint, keyId: '0123456789abcdef' } },
      { ...receipt, checkpoint: { ...checkpoint, late: { on: '2026-11-10', why: 'hostDown', by: '值班岗' } } },
    ];
    expect(altered.map((one) => isGenuine(one, publicKey))).toEqual(altered.map(() => false));
    for (const key of ['', publicKey.slice(2), 'f'.repeat(64)]) expect(isGenuine(receipt, key)).toBe(false);
  });
});

describe('a shared receipt', () => {
  const shared = {
    receipt: { ...receipt, checkpoint: { ...receipt.checkpoint, late: null } },
    name: '李＊芳',
    rule: '每次 5 分',
  };

  it('comes whole out of its link, of what stands behind its #, and of its file', () => {
    const link = linkOfShared('https://bank.test/pages/receipt-verify/index', shared);
    expect(link).toMatch(/^https:\/\/bank\.test\/pages\/receipt-verify\/index#r=[\w-]+$/);
    expect(link.length).toBeLessThan(6_000);
    for (const given of [link, `看，这是回执：${link}`, link.slice(link.indexOf('#')), textOfShared(shared)]) {
      const found = readShared(given);
      expect(found).toEqual(expect.objectContaining(shared));
      expect(isGenuine(found?.receipt as Receipt, publicKey)).toBe(true);
    }
  });

  it('is none where the link is cut, or something else is given', () => {
    const link = linkOfShared('https://bank.test/r', shared);
    for (const given of ['', '#r=', link.slice(0, -9), '{}', 'null', '{"receipt":{}}', 'https://bank.test/a/x'])
      expect(readShared(given)).toBeUndefined();
  });
});

describe('a passbook on paper', () => {
  const entry = (seq: number, kind: Entry['kind'], points: number, deedDate: string, postedOn = deedDate): Entry => ({
    ...{ accountId: receipt.entry.accountId, seq, kind, points, deedDate, title: '清洁家园', unitName: '浏河社区' },
    ...{
      source: 'give',
      postedAtMs: Date.parse(`${postedOn}T12:00:00+08:00`),
      correctsSeq: null,
      correctedBySeq: null,
    },
  });
  const entries = [
    entry(1, 'credit', 20, '2025-12-30'),
    entry(2, 'hold', 8, '2026-01-04'),
    entry(3, 'redeem', 8, '2026-01-06'),
    entry(4, 'credit', 5, '2026-01-02', '2026-01-09'),
    entry(5, 'hold', 10, '2026-02-01'),
    entry(6, 'release', 10, '2026-02-03'),
    entry(7, 'correction', 5, '2026-02-04'),
  ];

  it('stands in the order of the deeds, adds up month by month, and says what was entered late', () => {
    const lines = linesOf(entries);
    expect(lines.map(({ key }) => key)).toEqual(['1', '2025-12', '4', '2', '3', '2026-01', '5', '6', '7', '2026-02']);
    expect(lines[2]?.what).toBe('清洁家园（1月9日记的）');
    const months = lines.filter(({ kind }) => kind === 'month');
    expect(months.map(({ credited, drawn, available }) => [credited, drawn, available])).toEqual([
      [20, 0, 20],
      [5, 8, 17],
      [-5, 0, 12],
    ]);
    expect(sumsOf(entries)).toEqual({ credited: 20, drawn: 8, available: 12 });
  });

  it('begins a year with what was there before', () => {
    const [carried, first] = linesOf(entries, '2026');
    expect(carried).toMatchObject({ kind: 'carried', available: 20 });
    expect(first).toMatchObject({ key: '4', available: 25 });
    expect(periodOf(entries, '2026')).toBe('2026年1月2日 到 2026年2月4日');
  });

  it('leaves no line out where it is cut into sheets, and keeps room for what stands at its end', () => {
    for (const count of [1, 19, 20, 27, 60, 400]) {
      const lines = linesOf(Array.from({ length: count }, (_, i) => entry(i + 1, 'credit', 5, '2026-03-01')));
      const sheets = sheetsOf(lines);
      expect(sheets.flat()).toEqual(lines);
      expect(Math.max(...sheets.map(({ length }) => length))).toBeLessThanOrEqual(39);
      expect(sheets.at(-1)?.length).toBeLessThanOrEqual(34);
    }
  });

  it('needs one sheet where everything has room on one, its end too', () => {
    const sheets = (count: number) =>
      sheetsOf(linesOf(Array.from({ length: count }, (_, i) => entry(i + 1, 'credit', 5, '2026-03-01')))).length;
    expect(sheets(28)).toBe(1); // with the month's line 29, and below them thanks, code and signatures
    expect(sheets(29)).toBe(2);
  });

  it('as a table names every entry, and gives a sheet program nothing to reckon with', () => {
    const csv = asCsv([{ ...entry(1, 'credit', 5, '2026-03-01'), title: '=1+1,"x"' }]);
    expect(csv.split('\r\n')[1]).toBe(`1,2026-03-01,2026-03-01,入账,"'=1+1,""x""",社区记的 · 浏河社区,5`);
  });
});

describe('a text as bytes', () => {
  const asBuffer = (text: string) => Buffer.from(text, 'utf8').toString('hex');
  const asOurs = (text: string) => Buffer.from(utf8(text)).toString('hex');

  it.each([
    ['nothing', ''],
    ['plain letters', 'behaviour-bank entry v1'],
    ['two bytes', 'é\u07ff\u0080'],
    ['Chinese', '清洁家园，谢谢你！'],
    ['emoji and rare characters', '🌳👩‍👩‍👧𠮷\u{10ffff}\u{10000}'],
    ['first halves alone', '\ud83c\ud83c末\ud83c'],
    ['second halves alone', '\udf33\udf33首\udf33'],
    ['halves the wrong way round', '\udf33\ud83c'],
    ['the edges around the halves', '\ud7ff\ue000\uffff'],
  ])('is what the server has: %s', (_what, text) => {
    expect(asOurs(text)).toBe(asBuffer(text));
  });

  it('is what the server has, whatever is written', () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd700, max: 0xe100 }));
    const anything = fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anything, (text) => expect(asOurs(text)).toBe(asBuffer(text))),
      seeded({ numRuns: 2_000 }),
    );
  });
});
