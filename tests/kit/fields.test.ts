import { PersonName, Sentence, Title, UnitName, UnitPhone } from '../../cloudfunctions/kit/fields';
import { processorMs } from '../support/processor';

const SHOWS_NOTHING = [
  '',
  '  ',
  '\u200b',
  '\u00ad\u200d',
  '\ufeff',
  '\u0301',
  '\u3164',
  '\u2800',
  '\u{e0061}',
  '\ue000',
];
const BREAKS_TEXT = [
  '\u202e店',
  '店\u2066',
  '店\ud800',
  '\udc00店',
  '店\u0000',
  '店\u0007铺',
  '店\u0085铺',
  '店\u2028铺',
];
const takes = (schema: { safeParse(text: string): { success: boolean } }) => (text: string) =>
  schema.safeParse(text).success;

describe('a text that people read', () => {
  it('shows at least one character', () => {
    for (const schema of [UnitName, Title, Sentence, PersonName])
      expect(SHOWS_NOTHING.filter(takes(schema))).toEqual([]);
  });

  it('holds no control or direction character, and no half of one', () => {
    for (const schema of [UnitName, Title, Sentence]) expect(BREAKS_TEXT.filter(takes(schema))).toEqual([]);
    for (const text of BREAKS_TEXT) expect(PersonName.safeParse(text).data ?? '').not.toMatch(/[^\p{L} ]/u);
  });

  it('may be whatever people write', () => {
    const written = [
      '浏河社区',
      '𠮷家',
      'Café №5',
      '👨‍👩‍👧',
      '“一老一小”（周一）',
      'ئۇيغۇر',
      '9:00–11:30',
      'بازار\u200f',
      '50%',
    ];
    for (const schema of [UnitName, Title, Sentence]) expect(written.filter(takes(schema))).toEqual(written);
    expect(['陈桂兰', '阿依古丽·买买提', '𠮷田'].filter((name) => !takes(PersonName)(name))).toEqual([]);
  });

  it('breaks into lines where it is a sentence, not where it is a name', () => {
    expect(takes(Sentence)('自愿参加\n没有要求')).toBe(true);
    expect(takes(Title)('清洁\n家园')).toBe(false);
  });

  it('is judged at once, however long it is', () => {
    const took = processorMs();
    for (const end of ['\u0000', '\ud800', '\u202e', ''])
      for (const one of ['x', '\u0301', ' ']) expect(takes(Sentence)(`${one.repeat(1_000_000)}${end}`)).toBe(false);
    expect(took()).toBeLessThan(2_000);
  });
});

describe('a unit’s phone', () => {
  it('is a landline, a mobile or a short number', () => {
    const phones = ['0724-2332189', '07242332189', '010-12345678', '0724-2332189-801', '13900000000', '400-123-4567'];
    const all = [...phones, '12345', '2332189'];
    expect(all.filter((phone) => !takes(UnitPhone)(phone))).toEqual([]);
  });

  it('is nothing else', () => {
    const texts = ['<b>hi</b>', '', '12', '电话', '0724-', '139000000001', '1390000-0000', '+86 724', '--------'];
    expect(texts.filter(takes(UnitPhone))).toEqual([]);
  });
});
