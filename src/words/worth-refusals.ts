import type { DetailOf } from '../api/actions';
import type { Detail } from './said';
import { say } from './sentence';
import { timeWords } from './worth';

type Span = DetailOf<'CEILING_REACHED'>['cap'];
/** Whose, in what span; that it is full; from when on it counts again. */
const SPANS: Record<Span, { each: string; full: string; again: string }> = {
  personActivity: { each: '每人每场', full: '这一场已经记满了', again: '下一场再来，就又能记。' },
  personDay: { each: '每人每天', full: '今天已经记满了', again: '明天起又能记。' },
  personMonth: { each: '每人每月', full: '这个月已经记满了', again: '下个月 1 日起又能记。' },
  personYear: { each: '每人每年', full: '今年已经记满了', again: '明年 1 月 1 日起又能记。' },
  householdActivity: { each: '每户每场', full: '家里这一场已经记满了', again: '下一场再来，就又能记。' },
  householdDay: { each: '每户每天', full: '家里今天已经记满了', again: '明天起又能记。' },
  householdMonth: { each: '每户每月', full: '家里这个月已经记满了', again: '下个月 1 日起又能记。' },
  householdYear: { each: '每户每年', full: '家里今年已经记满了', again: '明年 1 月 1 日起又能记。' },
};
const UNKNOWN = { each: '', full: '已经记满了', again: '过些日子又能记。' };
const spanOf = (cap: Span | undefined) => (cap ? SPANS[cap] : UNKNOWN);

/** What an item is worth, up to what, and what a rule sheet says of it. */
export const OF_WORTH = {
  CAP_REACHED: ({ cap, capTimes }: Detail<'CAP_REACHED'>) => {
    const { each, full, again } = spanOf(cap);
    const most = each && capTimes ? `${each}最多记 ${capTimes} 次，` : '';
    return say(`这一项${most}${full}。`, `谢谢你又来帮忙。${again}`);
  },
  CEILING_REACHED: ({ ceilingPoints, leftPoints, cap }: Detail<'CEILING_REACHED'>) => {
    const { each, full, again } = spanOf(cap);
    const most = `这一项${each}最多记 ${ceilingPoints ?? '几'} 分`;
    return leftPoints
      ? say(`${most}，只剩 ${leftPoints} 分，不够这一回。`, `积分只整份记，不拆开。${again}`)
      : say(`${most}，${full}。`, `谢谢你又来帮忙。${again}`);
  },
  ANSWER_NOT_POSSIBLE: ({ cell }: Detail<'ANSWER_NOT_POSSIBLE'>) =>
    say(`${cell ?? '有一格'}的回答用不上，一项也没有收。`, '请重新选这份表，再答一遍。'),
  GRADE_DIFFERS: ({ grades }: Detail<'GRADE_DIFFERS'>) =>
    grades && grades.length > 0
      ? say('还没选是哪一等。', `请选一个：${grades.join('、')}。`)
      : say('这一项那天不分等。', '请返回重新选这一项，再发。'),
  TIME_DIFFERS: ({ perHalfHours }: Detail<'TIME_DIFFERS'>) =>
    perHalfHours
      ? say('做了多久没填对。', `这一项满${timeWords(perHalfHours)}才记，请填做了几个小时。`)
      : say('这一项那天不按时间算。', '请返回重新选这一项，再发。'),
  NOT_BY_CHECK_IN: say('分等的、按时间算的，签到记不了。', '请选一个分值固定的项目；这一项活动结束后用“发积分”来记。'),
};
