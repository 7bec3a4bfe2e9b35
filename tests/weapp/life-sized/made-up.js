const { takeMoment } = require('../moment');

/** What the made-up data of a large community are made of: the same at every run. */
const ids = (kind, n) => `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const SURNAMES = '马罗赵李王张刘陈杨黄周吴徐孙胡朱高林何郭';
const GIVEN = ['淑珍', '桂芳', '建国', '秀英', '志强', '玉兰', '德才', '春梅', '国华', '凤英', '小明'];
const DAY_MS = 86_400_000;
const { NOW, TODAY } = takeMoment();

const pick = (list, n) => list[n % list.length];
const nameOf = (n) => pick([...SURNAMES], n * 7) + pick(GIVEN, n * 3);
/** The business date so many days from today, in Shanghai. */
const dayFromNow = (days) => new Date(Date.parse(TODAY) + days * DAY_MS).toISOString().slice(0, 10);
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n));

/** One page as a room gives it out: its cursor is a place in the list here, and opaque to who asks. */
function pageOf(rows, { cursor, limit }, usual) {
  const from = cursor === undefined ? 0 : Number(cursor);
  const to = from + (limit ?? usual);
  return { page: rows.slice(from, to), nextCursor: to < rows.length ? String(to) : null };
}

const balance = (lifetime, held = 0, redeemed = 0) => ({
  lifetime,
  held,
  redeemed,
  available: lifetime - held - redeemed,
});

module.exports = { ids, pick, nameOf, dayFromNow, many, pageOf, balance, DAY_MS, NOW };
