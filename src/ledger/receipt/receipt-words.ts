import type { Entry } from '../lines';

export type Verdict = 'checking' | 'genuine' | 'notYet' | 'unpublished' | 'unchecked' | 'altered';

export const WORDS: Record<Verdict, { title: string; next: string }> = {
  checking: { title: '正在核对…', next: '在你的手机上算一遍，再和公布的校验码对一对。' },
  genuine: { title: '核对过了，没有被改动', next: '这一笔和社区公布的校验码对得上，谁也改不了。' },
  notYet: { title: '今天的校验码还没公布', next: '每天夜里公布前一天的，到时候再来核对。' },
  unpublished: { title: '手机上核对过了', next: '现在连不上服务，公布的校验码晚些再对。' },
  unchecked: {
    title: '现在还没能核对',
    next: '这部手机自己算不了，又连不上服务。网络好了再打开看看，积分还在存折里。',
  },
  altered: { title: '和公布的校验码对不上', next: '请把这一页给社区管理员看，我们会查清楚。' },
};

/** What has become of the points, whether or not it can be checked yet. */
export const DONE: Record<Entry['kind'], string> = {
  credit: '积分已经入账。',
  hold: '积分已经给你留着。',
  redeem: '积分已经用掉。',
  release: '积分已经退回。',
  correction: '已经改正。',
};
