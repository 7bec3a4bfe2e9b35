import type { ChangeReason, CorrectedField, TrailReason } from '../../../cloudfunctions/values/people';
import type { DataOf } from '../../api';
import { dayWords, fullDayWords } from '../../words/dates';

export type Change = DataOf<'household.history'>['changes'][number];

export const REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  wroteWrong: '登记写错了',
  showedPaper: '看过证件',
  toldUs: '本人或家里人来说的',
  movedHouse: '搬家',
  married: '结婚成家',
  livesApart: '分开过日子',
  cameBack: '搬回来了',
};

const FIELD_WORDS: Readonly<Record<CorrectedField, string>> = {
  name: '姓名',
  phone: '手机号',
  sex: '性别',
  bornOn: '出生日期',
  relation: '和户主的关系',
  idTail: '证件号后四位',
  note: '备注',
  address: '住址',
  unit: '所在网格',
};

/** Of somebody who was erased no name is known any more. */
const NAMELESS = '一位已经删除资料的人';

const placeWords = (place: Change['to']) => (place ? `${place.communityName} ${place.number} 户` : '');

function bornWords({ bornBefore, bornAfter }: Change): string {
  if (!bornAfter) return '';
  return bornBefore
    ? `，出生日期从 ${fullDayWords(bornBefore)} 改成 ${fullDayWords(bornAfter)}`
    : `，出生日期是 ${fullDayWords(bornAfter)}`;
}

/** 六合村并到了新城社区，从 11月1日 起 */
function unitsWords({ units }: Change): string {
  if (!units) return '';
  const { kind, name, toName, fromOn } = units;
  return `${kind === 'merged' ? `${name}并到了${toName}` : `${name}的一些住户划给了${toName}`}，从 ${dayWords(fromOn)} 起`;
}

/** What was changed, as a neighbour would tell it. */
export function changeWords(change: Change): string {
  const { kind, fields, from, to } = change;
  const name = change.name || NAMELESS;
  const guardianName = change.guardianName || NAMELESS;
  const fieldWords = fields.map((field) => FIELD_WORDS[field]).join('、');
  const sentences: Readonly<Record<Change['kind'], string>> = {
    corrected: `改了${name}的${fieldWords}${bornWords(change)}`,
    moved: `${name}${from ? `从 ${placeWords(from)} ` : ''}搬到了 ${placeWords(to)}`,
    left: `${name}从 ${placeWords(from)} 搬走了`,
    died: `登记了${name}去世`,
    revived: `${name}的去世登记错了，已经撤回`,
    becameHead: `${name}当了户主`,
    houseMoved: `改了这户的${fieldWords}`,
    merged: `${name}登记了两次，合成了一条，积分和存折一起看`,
    guardianNamed: `${guardianName}登记成了${name}的监护人`,
    guardianEnded: `${guardianName}不再是${name}的监护人`,
    parted: `${name}的登记分成了两条，各看各的积分`,
    added: `${name}登记到了这一户`,
    cardMade: '给这户办了家庭积分卡',
    cardReplaced: '给这户换了新的家庭积分卡，旧卡不能用了',
    cardStopped: '停用了这户的家庭积分卡',
    poolingAgreed: `替${name}同意了家里人合用积分`,
    poolingEnded: `替${name}停了合用积分`,
    namingAgreed: `替${name}同意了公开姓名`,
    namingEnded: `替${name}改成了不公开姓名`,
    familyPoolAgreed: '同意了全家共有的积分大人都可以用',
    familyPoolEnded: '停了大人用全家共有的积分',
    redrawn: `${unitsWords(change)}这户是 ${placeWords(from)}，积分、积分卡都照旧`,
    roleCarried: `${unitsWords(change)}，${name}在那里的工作接着在${change.units?.toName ?? ''}做`,
    erased: '家里有一位删除了自己的资料，存折里的记录还在，积分不能再用',
  };
  return sentences[kind];
}

function whyWords(reason: TrailReason | null, listName: string | null): string {
  if (reason === null) return '';
  return reason === 'roster' ? `照花名册${listName ? `“${listName}”` : ''}改的` : REASON_WORDS[reason];
}

/** 王敏，看过证件; with the moment between them 王敏，11月7日 9:30，看过证件 */
export const byWords = ({ byName, reason, listName, units }: Change, when = ''): string =>
  [byName, when, units?.because ?? whyWords(reason, listName)].filter(Boolean).join('，');
