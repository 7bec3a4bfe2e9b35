import type { DetailOf } from '../api/actions';
import type { Detail } from './said';
import { say } from './sentence';
import { timeWords } from './worth';

const SPAN_WORDS: Record<DetailOf<'CEILING_REACHED'>['cap'], string> = {
  personActivity: '这一项一个人一回',
  personDay: '这一项一个人一天',
  personMonth: '这一项一个人一个月',
  personYear: '这一项一个人一年',
  householdActivity: '这一项一家人一场',
  householdDay: '这一项一家人一天',
  householdMonth: '这一项一家人一个月',
  householdYear: '这一项一家人一年',
};

/** What an item is worth, up to what, and what a rule sheet says of it. */
export const OF_WORTH = {
  CEILING_REACHED: ({ ceilingPoints, leftPoints, cap }: Detail<'CEILING_REACHED'>) =>
    leftPoints
      ? say(
          `${cap ? SPAN_WORDS[cap] : '这一项'}最多记 ${ceilingPoints} 分，只剩 ${leftPoints} 分，不够这一回。`,
          '积分只整份记，不拆开。到了下一段时间还能再记。',
        )
      : say(
          `${cap ? SPAN_WORDS[cap] : '这一项'}最多记 ${ceilingPoints ?? ''} 分，已经记满了。`,
          '谢谢你又来帮忙。到了下一段时间还能再记。',
        ),
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
