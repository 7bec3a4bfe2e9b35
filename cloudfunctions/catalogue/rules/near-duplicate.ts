/** Words that mean the same in the names of items. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/参与|参予|出席/g, '参加'],
  [/帮扶|扶助|帮忙/g, '帮助'],
  [/清扫|清洁|清理/g, '打扫'],
  [/志愿者服务/g, '志愿服务'],
  [/村民|群众/g, '居民'],
  [/小区|本社区/g, '社区'],
];
/** Words that make a name longer and no different. */
const EMPTY =
  /积极|主动|自愿|踊跃|热心|认真|做到|组织|开展|活动|各类|各种|以及|或者|[的地得了和与及或等、,。;:·"'“”‘’()[\]《》<>【】\s-]/g;

/** What a name is about, without what can be said in several ways. Levels, numbers and nouns all stay. */
function essence(name: string): string {
  const text = SAME.reduce((text, [way, one]) => text.replace(way, one), name.normalize('NFKC'));
  return text.replace(EMPTY, '').toLowerCase();
}

/** Also in another order: 卫生环境 is 环境卫生. Numbers stay where they are: 12 is not 21. */
const sorted = (text: string) => [...text].sort().join('');
const numbersIn = (text: string) => (text.match(/[\d一二三四五六七八九十百]+/g) ?? []).join(' ');

/**
 * Whether two names mean one matter: 参加社区环境卫生整治 and 参与社区环境卫生整治 do. A difference of one character can be all
 * the difference (国家级表彰, 省级表彰), so names are never compared by distance.
 */
export function isNearDuplicate(one: string, other: string): boolean {
  const [a, b] = [essence(one) || one, essence(other) || other];
  return a === b || (sorted(a) === sorted(b) && numbersIn(a) === numbersIn(b));
}
