import type { DataOf } from '../../api';

export type Looked = DataOf<'reward.lookUpVoucher'>;

/** 她, 他, 这户人家, 这个社团: whom the reward is for. */
function whomWords({ holderKind, sex }: Looked): string {
  if (holderKind === 'household') return '这户人家';
  if (holderKind === 'society') return '这个社团';
  return sex === 'female' ? '她' : '他';
}

/** What the clerk does now, as the button says it: 确认，给她体检. */
export function confirmWords(looked: Looked): string {
  const deeds: Record<Looked['kind'], string> = {
    healthCheck: '体检',
    healthCard: '办健康服务卡',
    fitnessOrBook: looked.choice ?? '办卡',
    afterSchool: '托管',
    agriculture: '兑现',
    incubation: '兑现',
    open: '兑现',
  };
  return `确认，给${whomWords(looked)}${deeds[looked.kind]}`;
}

/** 女，68 岁 */
export function personWords({ holderKind, sex, age }: Looked): string {
  if (holderKind !== 'resident') return holderKind === 'household' ? '整户用' : '社团用';
  const words = [sex === null ? '' : sex === 'female' ? '女' : '男', age === null ? '' : `${age} 岁`];
  return words.filter(Boolean).join('，');
}

export function checkWords({ holderKind }: Looked): string {
  return holderKind === 'resident'
    ? '请先看一眼身份证，姓和年纪对得上再点。点了以后这张券就用掉了。'
    : '请先问一声是哪一家，对得上再点。点了以后这张券就用掉了。';
}
