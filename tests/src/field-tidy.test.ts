import { tidy } from '../../src/components/field/tidy';

describe('what a field keeps of what was pasted', () => {
  it.each([
    ['number', '877 290 6070', 10, '8772906070'],
    ['number', ' 877-290-6070 ', 10, '8772906070'],
    ['number', '８７７２９０６０７０', 10, '8772906070'],
    ['number', '877 290 6070 5', 10, '8772906070'],
    ['number', '123　456', 6, '123456'],
    ['tel', '138 0013 8000', 11, '13800138000'],
    ['tel', '138-0013-8000', 11, '13800138000'],
    ['tel', '+86 13800138000', 11, '13800138000'],
    ['tel', '0086-138-0013-8000', 11, '13800138000'],
    ['tel', '8613800138000', 11, '13800138000'],
    ['tel', '１３８００１３８０００', 11, '13800138000'],
    ['tel', '0724-233 4455', 20, '0724-2334455'],
    ['decimal', '６０。５', 9, '60.5'],
    ['decimal', '1，200.50', 9, '1200.50'],
    ['code', 'ＫＦ７ 3Q2', undefined, 'KF7 3Q2'],
    ['text', '　二号院１单元 ', undefined, '　二号院１单元 '],
    ['date', '2026-11-30', undefined, '2026-11-30'],
  ] as const)('%s: %s', (kind, pasted, maxLength, kept) => {
    expect(tidy(kind, pasted, maxLength)).toBe(kept);
  });

  it('can be typed one sign after the other', () => {
    const typed = (all: string) => [...all].reduce((before, sign) => tidy('tel', before + sign, 11), '');
    expect(typed('+8613800138000')).toBe('13800138000');
    expect(typed('0724-233445')).toBe('0724-233445');
  });
});
