import { sheetOf } from '../catalogue/workbook';
import { makeSheets } from '../household/workbook';

const GIVEN = '安邦才德恩芳光和嘉静康兰美宁平琴荣善泰文'.split('');
const FAMILIES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'.split('');
/** Two hundred and four of them, each another. */
const nameOf = (n: number) => `${FAMILIES[n % 20]}${GIVEN[Math.floor(n / 20) % 20]}${GIVEN[(n * 7) % 20]}`;

const HEADINGS = ['户号', '门牌', '姓名', '与户主关系', '性别', '出生年月日', '电话', '网格', '备注'];
/** Households of two; each second one lives in the second grid. */
const family = (n: number) => {
  const [number, door, grid] = [`HW${String(n + 1).padStart(4, '0')}`, `河湾路${n + 2}号`, n % 2 ? '二网格' : '一网格'];
  const head = [number, door, nameOf(2 * n), '本人', '男', `19${50 + (n % 40)}.3.8`, null, grid, null];
  const spouse = [null, null, nameOf(2 * n + 1), '妻', '女', `19${50 + (n % 40)}年5月6日`, null, null, null];
  return [head, spouse];
};
export const FAMILIES_IN_ROSTER = 102;

/**
 * A roster as it is kept: a page of instructions before it, a title over its header, numbers only in a family's first row;
 * births in two ways; somebody of whom a remark says that they have died, and one number of two families.
 */
export const ROSTER = makeSheets([
  { name: '填表说明', rows: [['请按实际居住填写，一户一行起']] },
  {
    name: '花名册',
    rows: [
      ['河湾社区居民花名册'],
      HEADINGS,
      ...Array.from({ length: FAMILIES_IN_ROSTER }, (_, n) => family(n)).flat(),
      ['HW0001', '河湾路2号', '王老太', '母亲', '女', '1930-1-1', null, '一网格', '2024年去世'],
      ['HW0900', '河湾路90号', '冯一', '户主', '男', '1960-1-1', null, '一网格', null],
      ['HW0900', '河湾路91号', '褚二', '户主', '男', '1961-1-1', null, '一网格', null],
    ],
  },
]);

/** A rule sheet as committees have them: what deducts below what earns, a range, both ways, grades, points for time, a ceiling. */
export const RULES = Buffer.from(
  sheetOf(
    ['积分事项', '分值'],
    ['一、加分项', ''],
    ['打扫公共楼道', '每次2分，每月最多20分'],
    ['参加志愿巡逻', '每小时2分'],
    ['获评文明家庭', '市级20分，区级10分'],
    ['调解邻里纠纷', '5-10分'],
    ['参加居民议事会', '加3分'],
    ['楼道堆物', '+5/-5'],
    ['二、减分项', ''],
    ['乱扔垃圾', '5分'],
  ),
  'base64',
);
