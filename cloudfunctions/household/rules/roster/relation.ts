import type { Cell } from '../../../kit/excel';
import { readText } from './cells';
import { leftOut, type Read, understood } from './finding';
import { HEAD_RELATION } from './line';

/** Relations to the head in the words and numbers of GB/T 4761-2008; a family of words that mean one thing is split at |. */
const CODES: Readonly<Record<string, string>> = {
  ...{ '01': '本人', '02': '户主', 10: '配偶', 11: '夫', 12: '妻' },
  ...{ 20: '子', 21: '独生子', 22: '长子', 23: '次子', 24: '三子', 25: '四子', 26: '五子', 27: '养子或继子' },
  ...{ 28: '女婿', 29: '其他儿子', 30: '女', 31: '独生女', 32: '长女', 33: '次女', 34: '三女', 35: '四女', 36: '五女' },
  ...{ 37: '养女或继女', 38: '儿媳', 39: '其他女儿', 40: '孙辈', 41: '孙子', 42: '孙女', 43: '外孙子', 44: '外孙女' },
  ...{ 45: '孙媳妇或外孙媳妇', 46: '孙女婿或外孙女婿', 47: '曾孙子或外曾孙子', 48: '曾孙女或外曾孙女', 49: '其他孙辈' },
  ...{ 50: '父母', 51: '父亲', 52: '母亲', 53: '公公', 54: '婆婆', 55: '岳父', 56: '岳母', 57: '继父或养父' },
  ...{
    58: '继母或养母',
    59: '其他父母关系',
    60: '祖父母或外祖父母',
    61: '祖父',
    62: '祖母',
    63: '外祖父',
    64: '外祖母',
  },
  ...{
    65: '配偶的祖父母或外祖父母',
    66: '曾祖父',
    67: '曾祖母',
    68: '配偶的曾祖父母或外曾祖父母',
    69: '其他祖父母关系',
  },
  ...{ 70: '兄弟姐妹', 71: '兄', 72: '嫂', 73: '弟', 74: '弟媳', 75: '姐姐', 76: '姐夫', 77: '妹妹', 78: '妹夫' },
  ...{ 79: '其他兄弟姐妹', 80: '其他', 81: '伯父', 82: '伯母', 83: '叔父', 84: '婶母', 85: '舅父', 86: '舅母' },
  ...{ 87: '姨父', 88: '姨母', 89: '姑父', 90: '姑母', 91: '堂兄弟、堂姐妹', 92: '表兄弟、表姐妹', 93: '侄子' },
  ...{ 94: '侄女', 95: '外甥', 96: '外甥女', 97: '其他亲属', 99: '非亲属' },
};
/** By one digit, as the same standard has it; 1 and 2 are left to a person, since Excel makes them of 01 and 02 too. */
const SHORT_CODES: Readonly<Record<string, string>> = {
  ...{ 0: '本人', 3: '女', 4: '孙辈', 5: '父母', 6: '祖父母或外祖父母', 7: '兄弟姐妹', 8: '其他' },
};

/** What household registers and people at a desk say beside the words of the standard. */
const SPOKEN = (
  '户主本人 户长 家长 妻子 丈夫 爱人 老婆 老公 老伴 儿子 女儿 大儿子 二儿子 小儿子 大女儿 二女儿 小女儿 大子 二子 小子 幼子 大女 二女 小女 幼女 ' +
  '养子 继子 养女 继女 儿媳妇 媳妇 大儿媳 二儿媳 上门女婿 孙 孙儿 长孙 次孙 长孙子 次孙子 长孙女 次孙女 外孙 孙媳 孙媳妇 外孙媳 孙女婿 外孙女婿 ' +
  '曾孙 曾孙子 曾孙女 曾外孙 重孙 重孙子 重孙女 玄孙 父 母 爸爸 妈妈 家公 家婆 岳父母 继父 继母 养父 养母 爷爷 奶奶 外公 外婆 姥姥 姥爷 ' +
  '哥 哥哥 弟弟 姐 妹 大哥 二哥 嫂子 弟妹 弟媳妇 兄弟 姐妹 伯 叔 叔叔 婶 舅舅 舅妈 姑姑 姑妈 姨 姨妈 堂兄 堂弟 堂姐 堂妹 表兄 表弟 表姐 表妹 ' +
  '侄 侄儿 侄媳 侄媳妇 外甥子 亲属 亲戚 保姆 租客 租户 寄居 同住 朋友 同事 成员 家庭成员 其他成员'
).split(' ');
const KNOWN = new Set([...Object.values(CODES).flatMap((word) => [word, ...word.split('或')]), ...SPOKEN]);

/** 孙女(未成年) is 孙女; what stands in brackets alone is the word itself. */
const withoutRemark = (text: string) => text.replace(/(?<=.)\(.*\)$/u, '');

const HEAD_WORDS = new Set(['户主', '户主本人', '户长']);
/** The head where nobody else of the household is called one. */
export const SELF = '本人';

/** 02户主 is 户主, 之妻 is 妻, 38 is 儿媳. A word that nobody has met stays as it is written, and is told. */
export function readRelation(cell: Cell | undefined): Read<string> {
  const text = readText(cell)?.replace(/\s/gu, '') ?? null;
  if (text === null) return { value: null };
  if (text.length > 20) return leftOut('notUnderstood');
  if (/^\d+$/u.test(text)) return readCode(text);
  const uncoded = withoutRemark(text).replace(/^\d{1,2}[.、:-]?(?=\D)/u, '');
  if (HEAD_WORDS.has(uncoded))
    return text === HEAD_RELATION ? { value: text } : understood('anotherWord', HEAD_RELATION);
  const word = uncoded.replace(/^(?:系?(?:户主|本户)|其)?[之的]|^系?户主(?=.)|^其(?!他)(?=.)/u, '');
  if (!KNOWN.has(word)) return understood('unknownWord', word);
  return word === text ? { value: word } : understood('anotherWord', word);
}

function readCode(code: string): Read<string> {
  const word = CODES[code] ?? SHORT_CODES[code];
  if (word === undefined) return leftOut('notUnderstood');
  return understood('codeOfStandard', HEAD_WORDS.has(word) ? HEAD_RELATION : word);
}
