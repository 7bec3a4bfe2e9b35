import { entriesIn, meantBy } from '../../../cloudfunctions/award/rules/name-list';

const read = (text: string) => entriesIn(text).map(({ names, numbers }) => [names, numbers]);

describe('a list as people paste it', () => {
  it.each([
    [
      'one a line, with ordinals',
      '1. 王秀英\n2、李芳\n3 张三',
      [
        [['王秀英'], []],
        [['李芳'], []],
        [['张三'], []],
      ],
    ],
    [
      'with commas',
      '王秀英，李芳、张三;赵六',
      [
        [['王秀英'], []],
        [['李芳'], []],
        [['张三'], []],
        [['赵六'], []],
      ],
    ],
    [
      'with blanks alone',
      '王秀英 李芳 张三',
      [
        [['王秀英'], []],
        [['李芳'], []],
        [['张三'], []],
      ],
    ],
    [
      'with tails',
      '王秀英 1234\n李芳（5678）\n张三13800001234',
      [
        [['王秀英'], ['1234']],
        [['李芳'], ['5678']],
        [['张三'], ['13800001234']],
      ],
    ],
    [
      'of numbers alone, full width or parted',
      '１２３４\n138 0000 1234',
      [
        [[], ['1234']],
        [[], ['13800001234']],
      ],
    ],
    [
      'from a sheet',
      '序号\t姓名\t电话\t签名\n1\t王秀英\t138****1234\t\n2\t李 芳\t\t',
      [
        [['王秀英'], ['1234']],
        [['李芳'], []],
      ],
    ],
    ['of nothing but titles', '姓名 电话\n序号', []],
  ])('%s', (_how, text, entries) => {
    expect(read(text)).toEqual(entries);
  });
});

describe('who is meant', () => {
  const called = new Map([
    ['王秀英', ['a']],
    ['李芳', ['b', 'c']],
    ['1234', ['b', 'd']],
    ['9999', []],
  ]);
  const meant = (names: string[], numbers: string[]) => meantBy({ words: '', names, numbers }, called);

  it.each([
    ['a name that one person has', ['王秀英'], [], 'found', ['a']],
    ['a name that two have', ['李芳'], [], 'unclear', ['b', 'c']],
    ['name and number that agree on one', ['李芳'], ['1234'], 'found', ['b']],
    ['a name whose number is nobody’s', ['王秀英'], ['9999'], 'unclear', ['a']],
    ['a name whose number is another’s', ['王秀英'], ['1234'], 'unclear', ['a', 'b', 'd']],
    ['a number that two have', [], ['1234'], 'unclear', ['b', 'd']],
    ['an unknown name with a known number', ['王秀音'], ['1234'], 'unclear', ['b', 'd']],
    ['nobody', ['赵六'], ['9999'], 'unknown', []],
  ])('by %s', (_by, names, numbers, state, residentIds) => {
    expect(meant(names, numbers)).toEqual({ state, residentIds });
  });
});
