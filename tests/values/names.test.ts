import fc from 'fast-check';
import { PersonName } from '../../cloudfunctions/kit/fields';
import { cleanName, PERSON_NAME } from '../../cloudfunctions/values/names';
import { seeded } from '../support/seeded';

describe('a name in the one way in which it is kept', () => {
  it.each(['‧', '∙', '•', '・', '．', '·', '･', '⋅', '.'])('takes %s for the dot between two parts', (dot) => {
    expect(PersonName.parse(`买买提${dot}艾合买提`)).toBe('买买提·艾合买提');
  });

  it.each([
    ['李 芳', '李芳'],
    ['　欧阳　修文 ', '欧阳修文'],
    ['王〇', '王〇'],
    ['○一法师', '〇一法师'],
    ['𠮷野家', '𠮷野家'],
    ['扎西\nབཀྲ་ཤིས།', '扎西 བཀྲ་ཤིས'],
    ['བསོད་ནམས', 'བསོད་ནམས'],
    ['阿依古丽 · 买买提', '阿依古丽·买买提'],
    ['ئايگۈل مەمەت', 'ئايگۈل مەمەت'],
    ['ᠪᠠᠲᠤ ᠰᠤᠮ\u180eᠠ', 'ᠪᠠᠲᠤ ᠰᠤᠮ\u180eᠠ'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['Anna O’Neil', "Anna O'Neil"],
    ['Anna O｀Neil', "Anna O'Neil"],
    ['\u0149aika', "'naika"],
    ['ＡＮＮＡ', 'ANNA'],
    ['李\u200b芳\ufeff', '李芳'],
    ['李\u200d芳', '李芳'],
  ])('keeps %j as %j', (written, kept) => {
    expect(PersonName.parse(written)).toBe(kept);
  });

  it.each(['', '···', '李芳1', '李芳（大）', '\u3164', '\ufe0f', '༄', '李'.repeat(61)])(
    'does not take %j for a name',
    (written) => {
      expect(PersonName.safeParse(written).success).toBe(false);
    },
  );

  it('counts letters, not halves of a pair', () => {
    expect(PersonName.safeParse('𠮷'.repeat(60)).success).toBe(true);
  });

  it('changes nothing when it is done again', () => {
    const pieces = fc.constantFrom(..."李𠮷〇○·.．‧ ་\u200d\u180e\u202fᠪبa'’-\n\u{e0100}\u0301");
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
        const once = cleanName(parts.join(''));
        expect(cleanName(once)).toBe(once);
        if (PERSON_NAME.test(once)) expect(PersonName.parse(parts.join(''))).toBe(once);
      }),
      seeded({ numRuns: 1_000 }),
    );
  });
});
