/** What people fill in, as it is called above the field. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: '姓名或名称',
  phone: '手机号',
  address: '住址',
  bornOn: '出生日期',
  relation: '和户主的关系',
  formerRelation: '原户主和新户主的关系',
  diedOn: '去世日期',
  on: '出生日期',
  year: '出生年份',
  title: '名称',
  place: '地点',
  startsAtMs: '开始时间',
  endsAtMs: '结束时间',
  closesAtMs: '截止时间',
  capacity: '人数',
  points: '分值',
  cost: '要多少分',
  ageMin: '最小年龄',
  ageMax: '最大年龄',
  stockPerPeriod: '一期几份',
  limitHolder: '每人几份',
  limitHousehold: '每户几份',
  validDays: '几天内用',
  choiceProviders: '去哪里用',
  measure: '单位',
  quantity: '数量',
  source: '来源',
  paper: '凭证号',
  unitPriceCents: '单价',
  cents: '金额',
  windows: '兑换时间',
  monthPoints: '每月多少分',
  monthCents: '每月多少钱',
  fundedBy: '钱从哪里出',
  summary: '说明',
  reason: '原因',
  because: '原因',
  fromOn: '从哪天起',
  category: '类别',
  deedDate: '哪一天',
  code: '号码',
};

/** Fields by their own names, from where they stand in what was sent. */
export const fieldsIn = (paths: readonly string[]): string[] =>
  paths.map((path) => path.slice(path.lastIndexOf('.') + 1));

/** The wrong fields that have a name for people: “手机号”和“住址”; empty when none has. */
export function wrongFields(paths: readonly string[]): string {
  const named = fieldsIn(paths).flatMap((field) => FIELD_WORDS[field] ?? []);
  return [...new Set(named)].map((word) => `“${word}”`).join('和');
}
