import type { Cell, SheetRow } from '../../../kit/excel';
import { shownNumber } from './number-format';

/** The words of a cell on one line, as people see them. */
function textOf(cell: Cell | undefined, format?: string): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return (format === undefined ? null : shownNumber(cell, format)) ?? String(cell);
  return cell === null || cell === undefined ? '' : String(cell).trim().replace(/\s+/g, ' ');
}

export const wordsIn = (row: SheetRow, column: number | null): string =>
  column === null ? '' : textOf(row.cells[column], row.formats?.get(column));

export const filled = (row: SheetRow): string[] =>
  row.cells.map((_, column) => wordsIn(row, column)).filter((text) => text !== '');

/** B7, as Excel names it. */
export function placeOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** By which of the five rules, or by what else is never done, something of a sheet stays out. */
export type Rule = 'rule1OnlyAdded' | 'rule4NoDeduction' | 'rule4BothWays' | 'rule5NoShame' | 'pointsAreNoMoney';

const RESETS =
  /清零|归零|清空|作废|过期|失效|有效期|重置|[年季月]内有效|重新(?:计算|计分|积分|统计|累计|开始)|从零开始|不(?:再|予)?(?:累计|结转|滚存|递延)到?(?:下|次|跨)?|当年有效|年底.{0,4}清|截止.{0,6}无效/;
const SHAMES =
  /黑榜|黑名单|红黑榜|一票否决|曝光|通报批评|末位|倒数第?|排名(?:公示|公布|上墙|靠后)|取消.{0,8}(?:资格|评先|评优)|失信名单|点名(?!表扬)|末尾|列入(?!.{0,6}(?:表彰|光荣|先进|优秀|荣誉)).{0,8}名单/;
const DEDUCTS_BY = /扣\s*[\d一二三四五六七八九十]|[扣减罚]\s*分|倒扣|扣除|扣减|负分|减去\s*\d|-\s*\d+\s*分/;
const MONEY =
  /折(?:算成?|合|现)|兑(?:换)?(?:成)?(?:现金|人民币)|(?:抵扣|发放|奖励)(?:现金|人民币)|\d\s*(?:元|块钱)\s*(?:\/|每|一)?\s*分|兑换?\s*\d+(?:\.\d+)?\s*(?:元|块)|积分.{0,6}(?:借|贷|利息)/;

/** All that words say against the rules, in the rules' order. */
export function offences(words: string): Rule[] {
  const text = words.normalize('NFKC');
  const found: (Rule | false)[] = [
    RESETS.test(text) && 'rule1OnlyAdded',
    DEDUCTS_BY.test(text) && 'rule4NoDeduction',
    SHAMES.test(text) && 'rule5NoShame',
    MONEY.test(text) && 'pointsAreNoMoney',
  ];
  return found.filter((rule) => rule !== false);
}

const AGAINST =
  /减分|扣分|扣减|[减扣罚]项|负面|负分|负向|负激励|失信|黑榜|黑名单|一票否决|处罚|惩戒|惩罚|罚分|反面典型|禁止(?:性|类)|红线|底线/;
const FOR = /加分|奖励(?:积分|分|项|类|事项)|奖分|加减|奖惩|奖罚|奖扣|增减|正负|正向|正面|守信|红榜|红黑|诚信加/;
const SIGN = /^(?:[-−–—减扣负罚惩]|减分?|扣分?|负分?|罚分?|惩罚)$/;

/** Whether a heading, a category, a sheet's name or a sign column says that what belongs to it takes points away. */
export function saysDeducting(words: string): boolean {
  const text = words.normalize('NFKC').replace(/\s/g, '');
  return SIGN.test(text) || (AGAINST.test(text) && !FOR.test(text));
}
export function saysAdding(words: string): boolean {
  const text = words.normalize('NFKC').replace(/\s/g, '');
  return /^[+加奖正]$/.test(text) || (FOR.test(text) && !AGAINST.test(text.replace(/加减|奖惩|奖罚|奖扣|红黑/g, '')));
}

const BAD_KIND = /不文明|违法|违规|违章|违约|陋习|不良|不作为|约束/;
const HELPS =
  /劝|制止|举报|监督|抵制|宣传|预防|整治|治理|协助|帮助|参加|参与|学习|报告|纠正|清理|反对|杜绝|远离|不参与|无/;
const BAD_DEED =
  /^(?:乱|私[搭拉自]|违|拒|酒后|打架|斗殴|吵架|聚众|参?与?赌|偷|骂|辱骂|殴打|破坏|损[坏毁]|侵占|霸占|占[道用]|堵塞|无故|迟到|早退|旷|缺席|未|不(?:按|参加|参与活动|配合|服从|履行|赡养|孝|缴|交|遵守|讲|文明|打扫|清理|支持|执行)|拖欠|欠缴|造谣|传谣|散布|闹事|缠访|越级|非法|吸毒|酗酒|醉驾|露天焚烧|焚烧|随地|随意|大操大办|铺张|虐待|家暴|遗弃|养.{0,3}不拴|参与邪教|信邪教|参与传销)/;

const BAD_ANYWHERE = /高空抛|堆物|堆放|扰民|不分类|不[拴牵]|飞线|私拉|乱[扔倒停贴堆丢搭]/;

/** Words that look like something points are taken away for, though no sign and no heading says it: a person is asked. */
export function looksBad(name: string, category: string): boolean {
  const matter = name.replace(/^[\d、.()（）一二三四五六七八九十①-⑳]+/, '');
  const isLack = /^(?:不|未|拒|无故|拖欠)/.test(matter);
  return (
    (isLack || !HELPS.test(matter)) && (BAD_DEED.test(matter) || BAD_ANYWHERE.test(matter) || BAD_KIND.test(category))
  );
}

export function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
