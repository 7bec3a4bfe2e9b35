/** What this app itself writes into spreadsheets that come back to it: none of it is the community's own. */

/** Heads the column in which a sheet that was read tells, row by row, what is to be mended. */
export const NOTES_HEADING = '要改什么';

/** Stands in the first cell of the line that shows how a template is filled in. */
export const EXAMPLE = '示例';
const IS_EXAMPLE = /^[[(【（]?(?:填写|填表)?(?:示例|样例|范例|举例)/u;
/** Other people's templates have such a line, too. */
export const saysExample = (words: string | null | undefined): boolean => IS_EXAMPLE.test((words ?? '').trim());

export const INSTRUCTIONS = '填写说明';

/** How a rule sheet is filled in: words of ours, which are told to nobody as rules of theirs. */
export const RULE_INSTRUCTIONS = [
  '一行写一件事，从“积分细则”那张表的示例下面一行填起。示例那一行导入时会跳过，删不删都行。',
  '类别：比如邻里互助、环境卫生。空着就照上一行的类别。',
  '事项：做了什么事，写具体一点，40 个字以内。同一件事只写一行。',
  '分值：写“每次加2分”“每小时加1分”“每2小时加1分”都行。分等的写“一等奖10分，二等奖5分”。只写数字，就是每次几分。',
  '分值写不定的（5到10分、最高10分、酌情）也能先填着，导入时会问你定几分。',
  '计分单位：次、人次、户次、年度。空着就是每次。',
  '上限：写明是谁、多长时间、几分或者几次，比如“每人每月最多10分”“每户每年最多3次”。',
  '佐证材料：能不要就不要。备注：什么情况下才算，比如“限独居老人”。',
  '只写加分的。减分、清零、黑榜、拿积分换钱的，写了也不会收，会一行行告诉你为什么。',
  '填好存成 .xlsx，在“积分项目”里点“导入细则表”。先读给你看，看过再收；再导一次不会重复。',
] as const;

const OURS: ReadonlySet<string> = new Set([INSTRUCTIONS, ...RULE_INSTRUCTIONS]);
/** What somebody has added below our own words is theirs. */
export const isOurInstruction = (words: string): boolean => OURS.has(words.trim());
