import type { DetailOf } from '../api/actions';
import { type Sentence, say } from './sentence';

/** Why somebody may not, by `detail.because`. */
export const NOT_ALLOWED_BECAUSE: Readonly<Partial<Record<DetailOf<'NOT_ALLOWED'>['because'], Sentence>>> = {
  notBound: say('还没有把你和家里对上。', '先到“加入社区”里用积分卡绑定，或者申请加入。'),
  livesElsewhere: say('他是别的社区的居民。', '请他自己扫屏幕上的签到码；没有手机，就请他那边的工作人员帮他记。'),
  underAge: say('全家共有的积分要由大人来用。', '请家里的大人来换。'),
  ownBinding: say('自己的绑定要自己解除。', '打开“我的 → 设置”，点“解除绑定”。'),
  holdsRole: say('这个名字下有工作权限，绑定和解除要由上一级管理员来办。', '或者请管理员先停用权限，绑好了再开通。'),
  onlyByCode: say('主管不能按姓名找居民。', '请扫他手机上的“我的码”，或者扫他家的积分卡。'),
  notAbove: say('这个权限要由上一级来开通或停用。', '请找上一级的主管来办。'),
  self: say('不能给自己开通或停用权限。', '请另一位管理员来办。'),
};
