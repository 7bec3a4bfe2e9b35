import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isGenuine as isGenuineToServer } from '../../cloudfunctions/ledger/rules';
import { isGenuine, type Receipt } from '../../src/ledger/receipt/check';
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
    ];
    expect(altered.map((one) => isGenuine(one, publicKey))).toEqual(altered.map(() => false));
    for (const key of ['', publicKey.slice(2), 'f'.repeat(64)]) expect(isGenuine(receipt, key)).toBe(false);
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
