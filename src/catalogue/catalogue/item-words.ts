import { hasCap, isWithinRange, valuesOf } from '../../../cloudfunctions/values/awards';
import type { DataOf } from '../../api';

export type Item = DataOf<'catalogue.items'>['items'][number];
export type Published = DataOf<'catalogue.publishItem'>;
type Finding = Published['refused'][number]['findings'][number];
type Guideline = DataOf<'catalogue.guidelines'>['guidelines'][number];
export type Imported = DataOf<'catalogue.importSheet'>;

/** What stands against publishing, said so that one knows what to do. */
export function lintWords({ rule, detail }: Finding): string {
  const told = (field: string) => String(detail[field] ?? '');
  const words: Record<Finding['rule'], string> = {
    valueAtLeastOne: '分值至少 1 分：积分只加不减。请改分值。',
    basisNeeded: '还没有文件依据。请选一份文件。',
    legalDutyAnswer: '还没回答：是不是法律本来就要求做的。',
    legalDuty: `法律本来就要求做的事不奖分（${told('reason')}）。点开这一项，选“不要这份草稿”。`,
    twinDeducts: `写着扣分：“${told('text')}”。不设扣分项目，请把这几个字改掉。`,
    nearDuplicate: `和已有的“${told('name')}”太像。请改个名称，或者就用已有的。`,
    capsNeeded: '还没有上限。请至少填一个，比如每人每天 1 次。',
    tooManyItems: `在用的已有 ${told('inForce')} 项，最多 ${told('max')} 项。请先停用几项。`,
    ceilingBelowValue: `一次给 ${told('points')} 分，分数上限只有 ${told('ceiling')} 分，永远记不上。请改上限或分值。`,
    outsideRange: `指导标准“${told('guideline')}”是 ${told('pointsMin')} 到 ${told('pointsMax')} 分，这里是 ${told('points')} 分。请改分值。`,
    notWithinGuideline: '还没归到指导标准或特色品牌。请选一个。',
    nameTooVague: '名称太笼统。请写清楚做了什么事。',
    secondPerson: `谁写的不由谁发布${Number(detail.pointsAlone) > 0 ? `（${detail.pointsAlone} 分以内管理员一个人就行）` : ''}。请另一位管理员或同事来发布；没有别人，就请上一级的主管。`,
  };
  return words[rule];
}

export const STATES = { published: '在用的', draft: '草稿', retired: '停用的' } as const;

export const HOLDERS = [
  { key: 'resident', word: '记给个人' },
  { key: 'household', word: '记给全家' },
  { key: 'society', word: '记给社团' },
] as const;

/** What a draft still lacks, in a few words; empty when nothing. */
export function lackWords(item: Item, guidelines: readonly Guideline[] = []): string {
  const { policyDocumentId, guidelineItemId, programmeId, legalDuty, caps, ceilings, holderKind } = item;
  if (legalDuty?.isDuty) return '法律本来就要求做，不能发布';
  const range = guidelines.find((one) => one.guidelineItemId === guidelineItemId);
  const isOutside = range !== undefined && !valuesOf(item).every((points) => isWithinRange(points, range));
  const lacks = [
    policyDocumentId === null && '文件依据',
    guidelineItemId === null && programmeId === null && '指导标准或品牌',
    !hasCap(caps, holderKind, ceilings) && '上限',
    legalDuty === null && '法律义务的回答',
    isOutside && `分值要在 ${range.pointsMin} 到 ${range.pointsMax} 分之间`,
  ];
  return lacks.filter(Boolean).join('、');
}
