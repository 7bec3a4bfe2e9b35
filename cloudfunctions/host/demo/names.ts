import type { SeededRandom } from './random';

const SURNAMES = [
  ...'李王张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚',
];
const GIVEN = {
  female: {
    old: ['秀英', '桂兰', '淑珍', '玉兰', '凤琴', '桂芳', '秀兰', '素芬', '美华', '春梅', '翠英', '爱华'],
    middle: ['丽', '敏', '静', '红', '艳', '晓燕', '海霞', '雪梅', '芳', '玲', '婷婷', '慧'],
    young: ['欣怡', '梓涵', '雨桐', '诗琪', '思雨', '佳怡', '一诺', '可欣', '语嫣', '若曦'],
  },
  male: {
    old: ['建国', '德才', '永福', '国强', '志明', '大勇', '长生', '文斌', '忠义', '金山', '福生', '树林'],
    middle: ['伟', '军', '强', '磊', '勇', '志强', '建华', '海涛', '明', '俊', '晓峰', '国庆'],
    young: ['浩然', '宇轩', '子涵', '文博', '俊杰', '明辉', '梓豪', '一鸣', '天佑', '嘉懿'],
  },
} as const;

/** A made-up name of its time. */
export function makeName(
  random: SeededRandom,
  sex: 'female' | 'male',
  age: number,
  surname = random.pick(SURNAMES),
): string {
  const time = age >= 58 ? 'old' : age >= 26 ? 'middle' : 'young';
  return surname + random.pick(GIVEN[sex][time]);
}
