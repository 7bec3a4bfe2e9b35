/** What one clause of a value says: 每次加2分, 满3次加5分, 5-10分, 扣2分. */
export type Clause =
  | {
      readonly kind: 'adds';
      readonly points: number;
      /** What stands beside the points: 满3次, 一等奖. */
      readonly words: string;
      readonly countedPer: string | null;
      readonly perHalfHours: number | null;
      /** It says 分 or carries a sign, and is not only a number. */
      readonly isSaid: boolean;
    }
  | { readonly kind: 'range'; readonly min: number; readonly max: number | null; readonly words: string }
  | { readonly kind: 'deducts'; readonly points: number | null }
  | { readonly kind: 'words'; readonly words: string; readonly hasNumber: boolean };

const TAKES = /扣|罚|减[去]?[\d分一二三四五六七八九十]|减$|减半|负[\d分]|^[-−–—]\s*\d/;
const RANGE = /(\d+)分?(?:[-−–—~]{1,2}|至|到)\+?(\d+)(?=分|$|\/|\()/;
const AT_LEAST = /(?:不低于|不少于|最低|至少|起加)\D{0,2}(\d+)分|(\d+)分(?:以上|起)/;
const GRADE_LEVEL =
  /^(?:国家|全国|省|市|州|区|县|区县|县区|街道|镇|乡|乡镇|社区|村|组)级?$|^[特一二三四五]等奖?$|^第[一二三四五\d]+名$|^[冠亚季]军$|^[金银铜]奖$|^优秀奖?$|^(?:良好|合格|优)$|^[A-Da-d][级档]?$/;

/** About so many, or as a rule: nobody says how many. */
const VAGUE = /左右|上下|约(?=\d)|原则上|酌情|视情/;
/** Joined to another number by a sign it is a part of what is said, and not the value: 10/6/3分. */
const JOINED = /\d分?(?:[/或、~—–−-])+$/;

export const isGradeName = (words: string): boolean => GRADE_LEVEL.test(words);

/** The one number that counts points: it says 分, or carries a sign, or stands alone. Null: none, or more than one. */
function pointsIn(clause: string): { readonly points: number; readonly rest: string; readonly isSaid: boolean } | null {
  const said = [...clause.matchAll(/(\d+(?:\.\d+)?)分(?!钟|之|类)/g)];
  if (said.length > 1 || JOINED.test(clause.slice(0, said[0]?.index ?? 0))) return null;
  const one =
    said[0] ?? /(?:\+|加|奖励|奖|计|记)(\d+(?:\.\d+)?)(?![\d.]|[次个人名岁天月年户件场元%]|小时)/.exec(clause);
  if (one) return { points: Number(one[1]), rest: clause.replace(one[0], '#'), isSaid: true };
  const alone = /^(\d+(?:\.\d+)?)(?=$|\/)/.exec(clause);
  if (alone) return { points: Number(alone[1]), rest: clause.replace(alone[0], '#'), isSaid: false };
  const named = /^(\D+?):?(\d+)$/.exec(clause);
  if (named && isGradeName(named[1] ?? '')) return { points: Number(named[2]), rest: named[1] ?? '', isSaid: true };
  return null;
}

export function readClause(clause: string): Clause {
  const numbers = clause.match(/\d+/g) ?? [];
  if (TAKES.test(clause)) {
    const [first] = numbers;
    return { kind: 'deducts', points: numbers.length === 1 && first !== undefined ? Number(first) : null };
  }
  const range = RANGE.exec(clause);
  if (range && !/(?:加|奖|计|记)\d+分$/.test(clause.slice(range.index + range[0].length)))
    return {
      kind: 'range',
      min: Number(range[1]),
      max: Number(range[2]),
      words: wordsBeside(clause.replace(range[0], '#')),
    };
  const least = AT_LEAST.exec(clause);
  if (least) return { kind: 'range', min: Number(least[1] ?? least[2]), max: null, words: clause };
  const found = VAGUE.test(clause) ? null : pointsIn(clause);
  if (!found) return { kind: 'words', words: clause, hasNumber: numbers.length > 0 };
  return { kind: 'adds', points: found.points, isSaid: found.isSaid, ...besidePoints(found.rest) };
}

const VERBS_BEFORE =
  /(?:可以?|给予?|予以|奖励|(?<![等金银铜秀进])奖|(?<!参)加|计|记|积|得|获得?|标准|积分|分值|[+:：=])+(?=#)/g;
const VERBS_AFTER = /#(?:分|积分|奖励)*/g;
const PER = /(?:每|一|1|\/)个?(人次|户次|次|件|户|人|年度|年|季度|季|月|周|天|日|场|篇|条|例|项|回)(?!以)/g;
const TIME =
  /^(?:(?:志愿服务|服务|参加|工作|值班|累计)?每(?:志愿服务|参加|参与|服务|工作|值班|完成)?满?个?|满每|\/)?(\d+(?:\.\d+)?|半|一|两)?个?(半)?(小时|钟头|半小时|分钟)$/;

const wordsBeside = (rest: string) =>
  rest
    .replace(VERBS_BEFORE, '')
    .replace(VERBS_AFTER, '')
    .replace(/^[:：,\-/]+|[:：,(-]+$/g, '');

function besidePoints(rest: string) {
  const beside = wordsBeside(rest);
  const perHalfHours = halfHoursIn(beside.replace(/^\//, ''));
  if (perHalfHours !== null) return { words: '', countedPer: '小时', perHalfHours };
  const words = rest.replace(PER, '');
  const isPerOnly = words !== rest;
  return {
    words: wordsBeside(words).replace(/^(?:参加|参与|每|者|的)$/, ''),
    countedPer: isPerOnly ? countedPerIn(rest) : null,
    perHalfHours: null,
  };
}

/** 每2小时, 半小时, 30分钟: in half hours. 满2小时 is a condition, 每满2小时 a rate. */
function halfHoursIn(words: string): number | null {
  const found = TIME.exec(words);
  if (!found) return null;
  const [, amount = '', half, unit] = found;
  const number = { '': 1, 半: 0.5, 一: 1, 两: 2 }[amount] ?? Number(amount);
  const hours = unit === '分钟' ? number / 60 : unit === '半小时' ? 0.5 : number + (half ? 0.5 : 0);
  return Number.isInteger(hours * 2) && hours > 0 ? hours * 2 : null;
}

const PERIOD = /年度|年|季度|季|月|周|天|日|小时/;
const PIECE = /人次|户次|次|件|场|篇|条|例|户|人/;
const SAME_PER: Readonly<Record<string, string>> = { 年: '年度', 季: '季度', 天: '日', 人: '人次', 户: '户次' };

/** 每户每年 counts years: whose they are is another question. */
export function countedPerIn(text: string): string | null {
  const per = (PERIOD.exec(text) ?? PIECE.exec(text))?.[0];
  return per === undefined ? null : (SAME_PER[per] ?? per);
}
