import { dayWords } from './dates';
import type { Detail } from './said';
import { gone, say } from './sentence';

/** What is said of communities, grids and groups themselves. */
export const OF_UNITS = {
  UNIT_NOT_FOUND: ({ endedOn }: Detail<'UNIT_NOT_FOUND'>) =>
    endedOn
      ? say(`这里从 ${dayWords(endedOn)} 起并到别处了。`, '请到并过去的社区或网格里办。')
      : gone('这个社区或网格'),
  UNIT_EXISTS: say('同名或同代码的地方已经有了。', '请换个名称或代码。'),
  UNIT_CHANGE_DAY: ({ oldest }: Detail<'UNIT_CHANGE_DAY'>) =>
    say(
      '这个日子办不了。',
      `${oldest ? `请填 ${dayWords(oldest)} 到今天之间的一天` : '请填最近一个月里的一天'}；还没到的日子，到那天再来办。`,
    ),
  UNITS_APART: say('这两个地方并不到一起。', '社区只能并到同一个区的社区，网格、小组只能并到同一个社区里的。'),
  UNIT_IS_LOWEST: say('小组下面不能再添了。', '请选上一级。'),
  SETTING_NEEDED: say('还没选城镇还是农村。', '请选一个。'),
};
