import fc from 'fast-check';
import { maskName, partsOfName, piecesOfQuery, plainName, surnameOf } from '../../cloudfunctions/household/rules/name';

const letter = fc.constantFrom(...'李王张陈欧阳司马芳伟敏静丽强磊军洋艳');
const name = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));

describe('names in public', () => {
  it.each([
    ['李桂芳', '李＊芳'],
    ['陈明', '陈＊'],
    ['欧阳修文', '欧阳＊＊'],
    ['欧阳娜', '欧阳＊'],
    ['欧阳', '欧＊'],
    ['王小明明', '王＊＊明'],
    ['李', '＊'],
    ['买买提·艾合买提', '买＊＊·艾＊＊＊'],
    ["Anna O'Neil", "A＊＊＊ O'N＊＊＊"],
    ['王〇', '王＊'],
    ['〇一法师', '〇＊＊师'],
    ['𠮷野太郎', '𠮷＊＊郎'],
    ['葛\u{e0100}城', '葛\u{e0100}＊'],
    ['བསོད་ནམས', 'བ＊＊་ན＊＊'],
    ['扎西 བཀྲ་ཤིས', '扎＊ བ＊་ཤི＊'],
  ])('shows %s as %s', (full, masked) => {
    expect(maskName(full)).toBe(masked);
  });

  it('hides at least one letter of every name, and keeps its length', () => {
    fc.assert(
      fc.property(name, (full) => {
        expect(maskName(full)).toContain('＊');
        expect([...maskName(full)]).toHaveLength([...full].length);
      }),
    );
  });
});

describe('names that are looked for', () => {
  it.each([
    ['李桂芳', '李'],
    ['欧阳修文', '欧阳'],
    ['买买提·艾合买提', '买买提'],
  ])('takes from %s the family name %s', (full, surname) => {
    expect(surnameOf(full)).toBe(surname);
  });

  it('finds a person by every piece of the name, whole, front, middle and tail', () => {
    expect(partsOfName('李桂芳')).toEqual([
      { text: '李桂芳', kind: 'name' },
      { text: '李', kind: 'surname' },
      { text: '李桂', kind: 'namePart' },
      { text: '桂', kind: 'namePart' },
      { text: '桂芳', kind: 'nameTail' },
      { text: '芳', kind: 'nameTail' },
    ]);
  });

  it('finds whatever contains the query, however long', () => {
    const names = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (full, a, b) => {
        const from = a % full.length;
        const query = full.slice(from, from + 1 + (b % (full.length - from)));
        const parts = new Set(partsOfName(full).map((part) => part.text));
        const pieces = piecesOfQuery(query);
        expect(pieces.length).toBeGreaterThan(0);
        for (const piece of pieces) expect(parts).toContain(piece);
      }),
    );
  });

  it('takes width, case, dots and blanks as one', () => {
    expect(plainName('ａnna-Maria O’Neil'.replace('’', "'"))).toBe('ANNAMARIAONEIL');
    for (const dot of '‧∙•・．') expect(plainName(`买买提${dot}艾合买提`)).toBe(plainName('买买提·艾合买提'));
    expect(plainName('བསོད་ནམས་')).toBe(plainName('བསོདནམས'));
    expect(plainName('葛\u{e0100}城')).toBe(plainName('葛城'));
    expect(plainName('○一')).toBe(plainName('〇一'));
  });

  it('finds by one letter beyond the first plane, and by a Chinese one beside another script', () => {
    expect(partsOfName('𠮷野').map((part) => part.text)).toEqual(['𠮷野', '𠮷', '野']);
    expect(partsOfName('扎西 བཀྲ').map((part) => part.text)).toContain('扎');
  });

  it('does not find everybody by a single Latin letter', () => {
    expect(partsOfName('Anna').map((part) => part.text)).not.toContain('A');
  });
});
