import { CONSENT_BELOW } from '../../cloudfunctions/values/people';
import type { DetailOf } from '../api/actions';
import { dayWords, momentWords } from './dates';
import { wrongFields } from './fields';
import { NOT_ALLOWED_BECAUSE } from './not-allowed';
import { OF_LEDGER } from './of-ledger';
import { OF_REWARDS } from './of-rewards';
import { OF_UNITS } from './of-units';
import type { Detail, SaidCode } from './said';
import { gone, type Sentence, say } from './sentence';
import { OF_WORTH } from './worth-refusals';

type Words<Code extends SaidCode> = Sentence | ((detail: Detail<Code>) => Sentence);

const OF_THE_WAY = {
  UNREACHABLE: say('现在连不上服务。', '你填的都还在。看看网络，再点一次就行，不会重复记。'),
  FAULT: say('我们这边出了点问题。', '请稍后再点一次，不会重复记；还不行就找网格员。'),
  ACTION_NOT_FOUND: say('这个功能现在用不了。', '请退出后重新打开再试。'),
  SIGNED_IN_AS_OTHER: say('这台设备上换了人。', '刚才这一步没有办。请回首页看清楚是谁，再接着做。'),
  INVALID_INPUT: (detail: Detail<'INVALID_INPUT'>) => {
    const named = wrongFields(detail.fields ?? []);
    return named
      ? say(`${named}没填对。`, '请改一改再点，别的都还在。还是不行，就请工作人员看看。')
      : say('有一处没填对。', '请从头看一遍填的内容，改好再点。还是不行，就请工作人员看看。');
  },
  NOT_SIGNED_IN: say('你还没有登录。', '请先登录，再回来接着做。'),
  NOT_ALLOWED: ({ because }: Detail<'NOT_ALLOWED'>) =>
    (because && NOT_ALLOWED_BECAUSE[because]) ??
    say('这一步要由负责的同事来做。', '如果你应该能做，请找社区管理员开通。'),
  TOO_MANY: (detail: Detail<'TOO_MANY'>) =>
    say(
      '试得太多次了，先歇一歇。',
      detail.retryAtMs ? `${momentWords(detail.retryAtMs)} 以后再试。` : '过几分钟再试。',
    ),
  CLOCK_BEHIND: say('系统的时钟不准，现在记不了积分。', '这一步没有记。请告诉社区，等时钟校准了再点一次。'),
  REQUEST_ID_REUSED: say('这次操作和上一次混在了一起。', '请返回上一页，重新做一遍。'),
};

const OF_CODES = {
  CODE_WRONG: say('这个码对不上。', '请对着现场屏幕再扫一次，或输入屏幕上的六位数字。还不行，请工作人员帮你签到。'),
  CARD_OR_CODE_WRONG: say(
    '积分卡和绑定码对不上，或者过了时间。',
    '请再看一遍两个号码。还不行，就请工作人员再给一个绑定码。',
  ),
  // of a check-in, of staff's six digits, of a family's invite, of somebody's personal code: the server names none
  CODE_EXPIRED: say('这个码已经过时了。', '请用最新的码再来一次；是别人给你的码，就请他再出一个。'),
  CODE_NEEDS_NETWORK_TIME: say(
    '这个码不是现在的。',
    '多半是亮码的手机时间不准：请组织的人连一下网再亮，或者请工作人员帮你签到。',
  ),
  CODE_RENEWED: say('现场的签到码换过新的了。', '请扫屏幕上的新码。屏幕没换，就请组织的人连一下网，或者帮你签到。'),
  AT_THE_DOOR: say('这场活动在门口签到。', '请给工作人员看“我的码”或家里的积分卡，他扫一下就好。'),
  RENEWED_JUST_NOW: say('刚刚换过，屏幕上就是新码。', '还要换，等半分钟再点。'),
  POSTER_ONLY: say('这是海报上的码，只能看活动。', '签到请扫现场工作人员屏幕上会变的码。'),
  CARD_NOT_FOUND: say('没有认出这张积分卡。', '请把卡放平再扫，或者输入卡上的十位数字。'),
  CARD_REVOKED: say('这张积分卡已经停用，换了新卡。', '请用新的那张；找不到就请社区再打一张。'),
  INVITE_NOT_FOUND: say('没有找到这个邀请。', '请让家里人重新发一个。'),
  INVITE_USED: say('这个邀请已经用过了。', '请让家里人重新发一个。'),
};

const OF_ACTIVITIES = {
  ACTIVITY_NOT_FOUND: gone('这个活动'),
  ACTIVITY_CANCELLED: say('这个活动取消了。', '已经记的积分还在。看看别的活动吧。'),
  ACTIVITY_NOT_OPEN: (detail: Detail<'ACTIVITY_NOT_OPEN'>) =>
    say(
      '还没到签到时间。',
      detail.opensAtMs ? `${momentWords(detail.opensAtMs)} 开始签到。` : '活动开始前半小时可以签到。',
    ),
  ACTIVITY_OVER: say('这个活动的签到已经结束。', '你到过现场的话，请工作人员在名单上补记。'),
  COUNTED_ALREADY: (detail: Detail<'COUNTED_ALREADY'>) =>
    say(
      '这一次已经记过了，不用再记。',
      detail.sinceMs ? `${momentWords(detail.sinceMs)} 已经入账，存折里能看到。` : '积分已经入账，存折里能看到。',
    ),
  ORGANISER_NEEDS_COLLEAGUE: say('这场活动的签到码你也能出。', '请另一位同事给你记，大家都放心。'),
  NO_HOUSEHOLD: say('你还没有加入家庭户。', '请找网格员登记住处，登记好就能记积分。'),
  MAY_NOT_ACT_FOR: say('不能替这位家人签到。', '只能替孩子，或由你代办的老人签到。'),
  NOT_CHECKED_IN: say('你自己还没有签到。', '请先扫现场屏幕上的码，再替家人签到。'),
  ASK_ORGANISER: say('签到过了一会儿，不能再从手机上带家人了。', '请现场的工作人员替他们签到，积分卡或姓名都行。'),
  SIGN_UP_NOT_NEEDED: say('这个活动不用报名。', '到时候直接来就行。'),
  ACTIVITY_BEGUN: (detail: Detail<'ACTIVITY_BEGUN'>) =>
    say(
      '活动已经开始，或者已经有人签到，开始时间不能再改。',
      detail.startsAtMs ? `开始时间填 ${momentWords(detail.startsAtMs)}，别的都能改。` : '别的都能改。',
    ),
  PEOPLE_SIGNED_UP: (detail: Detail<'PEOPLE_SIGNED_UP'>) =>
    say(
      `已经有 ${detail.signedUpCount ?? '一些'} 人报了名，不能把他们挤出去。`,
      '名额填得不比报名的人少，或者空着不限。',
    ),
  TIMES_REVERSED: say('结束时间在开始时间前面。', '请把结束时间往后改。'),
  TOO_LONG: say('活动时间太长了。', '一场活动最长一天，多天的请一天建一个。'),
  IN_THE_PAST: say('活动时间已经过去了。', '请选今天或以后的时间。'),
  CAPACITY_WITHOUT_SIGN_UP: say('不用报名的活动不能限人数。', '请打开报名，或者去掉人数。'),
};

const OF_AWARDS = {
  HOLDER_NOT_FOUND: gone('这位居民'),
  HOLDER_KIND_DIFFERS: say('这个项目不是记给这一类对象的。', '请换一个项目，或者换记给个人、家庭、社团。'),
  OWN_HOUSEHOLD: say('自家人请别的同事来办。', '请另一位同事操作，大家都放心。'),
  OWN_SOCIETY: say('自己带的社团，请别的同事来发。', '请另一位同事操作，大家都放心。'),
  TWICE_IN_LIST: say('名单里有同一个人。', '只记了一次，不用管。'),
  NEEDS_REVIEW: say('这个项目要先审核。', '请选不用审核的项目。'),
  ACCOUNT_CLOSED: say('这个积分账户已经停用。', '以前的积分都还在。有疑问请找社区管理员。'),
  GIVER_LIMIT_REACHED: say(
    '一个人能发的积分到上限了。',
    '请另一位同事来发。一天的上限明天再算，一个月的下个月1日再算。上限由社区管理员在“限额”里定。',
  ),
  EVIDENCE_NEEDED: ({ evidence }: Detail<'EVIDENCE_NEEDED'>) =>
    say(`这一项要有凭据${evidence ? `：${evidence}` : ''}。`, '请在“凭什么”里写一句：谁看见的，照片或签字在谁那里。'),
  AWARD_NOT_FOUND: say('没有找到你发的这一笔。', '撤回只能由发的人来做。别人发的，请在“改正”里提。'),
  WITHDRAWAL_OVER: ({ untilMs }: Detail<'WITHDRAWAL_OVER'>) =>
    say(
      `发出一小时以内才能撤回${untilMs ? `，这一笔到 ${momentWords(untilMs)} 为止` : ''}。`,
      '要改请找社区工作人员，在“改正”里提。',
    ),
  WAITING_AWARD_NOT_FOUND: gone('这一笔'),
  WAITING_AWARD_DECIDED: ({ state }: Detail<'WAITING_AWARD_DECIDED'>) =>
    state
      ? say('这一笔已经办过了。', '名单里不再有它，不用再办。')
      : say('这一笔刚刚有人办了，或者问了一句。', '请看一下名单再办。'),
  QUESTION_NOT_ANSWERED: say('有人问了发的人一句，还没有回。', '等他在“等另一位看”里回了再签；不签也可以。'),
  QUESTION_NOT_ASKED: say('没有人在等你回话。', '问的话要是回过了，就不用再回。'),
  QUESTIONS_OVER: say('这一笔问得够多了。', '请当面或者打电话说清楚，再签，或者不签。'),
  LIST_EMPTY: say('里面没有名字，也没有电话。', '请一行写一位：姓名，后面可以加手机尾号。'),
  LIST_TOO_LONG: ({ most }: Detail<'LIST_TOO_LONG'>) =>
    say('名单太长了。', `一次最多 ${most ?? '几百'} 位，请分几次。`),
  NEEDS_OTHER_PERSON: say('自己发的要由另一位来签字。', '请另一位同事签；没有别人，就请上一级的主管签。'),
  DEED_DATE_NOT_ALLOWED: ({ oldest }: Detail<'DEED_DATE_NOT_ALLOWED'>) =>
    say('这个日期不能记。', oldest ? `可以记 ${dayWords(oldest)} 到今天的事。` : '请选近一点的日子。'),
  ITEM_NOT_FOUND: gone('这个积分项目'),
  ITEM_BEGAN_LATER: ({ since }: Detail<'ITEM_BEGAN_LATER'>) =>
    say(
      '那一天还没有这个积分项目。',
      since ? `它从 ${dayWords(since)} 起才有，以前做的事不能记在它上面。` : '以前做的事不能记在它上面。',
    ),
  ITEM_NOT_PUBLISHED: (detail: Detail<'ITEM_NOT_PUBLISHED'>) =>
    detail.retiredOn
      ? say(`这个积分项目只用到 ${dayWords(detail.retiredOn)}。`, '那天和以前做的事还能记，日期请选做事的那一天。')
      : say('这个积分项目现在不用。', '请选一个已经发布的项目。'),
};

const GUARDIAN: Readonly<Record<DetailOf<'GUARDIAN_CONSENT_NEEDED'>['because'] & string, Sentence>> = {
  headInvites: say(
    `不满 ${CONSENT_BELOW} 岁的孩子，要由家里的大人带着绑定。`,
    '请户主打开自己手机的“我家”，点“请……来绑定”。户主还没有绑定的，先帮户主绑好。',
  ),
  guardianAgrees: say(`不满 ${CONSENT_BELOW} 岁，这件事由监护人来定。`, '请户主在自己的手机上替孩子点开。'),
};

const OF_HOUSEHOLDS = {
  BOUND_ALREADY: say('你已经绑定了。', '不用再绑。要换的话，先在设置里解除。'),
  RESIDENT_BOUND_ALREADY: say('这位居民已经有人绑定了。', '换了手机，或者不是你家人绑的，请找网格员解除原来的绑定。'),
  APPLICATION_WAITING: say('你的申请还在等网格员看。', '一般一两天就有结果，不用重复申请。'),
  APPLICATION_NOT_FOUND: gone('这个申请'),
  APPLICATION_DECIDED: say('这个申请已经有结果了。', '重新打开这一页，就能看到。'),
  OWN_APPLICATION: say('自己的申请要由别的同事来办。', '请另一位同事看一下。'),
  ONLY_HEAD: say('这一步要户主来做。', '请让户主在他的手机上点。'),
  RESIDENT_NOT_FOUND: gone('这位居民'),
  HOUSEHOLD_NOT_FOUND: gone('这户人家'),
  HOUSEHOLD_EXISTS: say('这个户编号已经有了。', '请换一个户编号，或者打开已有的那户。'),
  MEMBER_EXISTS: say('这家已经有这个人了，不用再加。', '正在办申请的话，请选“就是花名册里的……”那一位。'),
  HELPER_NOT_FOUND: gone('代办人'),
  HEAD_NEEDED: say('先选好谁当户主。', '户主要是住在这户的大人，一户一位；别的人填和户主的关系。'),
  MERGED_ALREADY: say('这两条里有一条已经和别的合过了。', '请先把合过的分开，再来合。'),
  MERGE_WAITING: say('这件事已经有人提了，正等另一位同事看。', '请到工作台的“等另一位看”里看看。'),
  MERGE_NOT_FOUND: gone('这件事'),
  MERGE_DECIDED: say('这件事已经有人看过了。', '请刷新名单，看看结果。'),
  OWN_MERGE: say('自己提的，要请另一位同事来看。', '请同事打开“等另一位看”；弄错了可以点“不提了”。'),
  MERGE_DRAWN_ON: say('合并以后花过另一条的积分，不能再分开了。', '积分还是他的，一分不少；有疑问请找社区管理员。'),
  GUARDIAN_UNFIT: say('这一位不能登记成他的监护人。', '监护人要是另一位大人，自己也没有别人监护。请再选一位。'),
  GUARDIAN_NOT_FOUND: gone('这条监护登记'),
  PAPER_ABOUT_CHILDREN: say(
    '这种证件只能说明他是谁家的孩子，他登记的不是孩子。',
    '出生日期没登记或登错了，先改登记的信息；大人办不了事的，要看法院判决书、指定书或者公证过的监护协议。',
  ),
  PAPER_DAYS_IMPOSSIBLE: say('纸上的日子对不上。', '写的日子不能在今天以后；写了到哪天为止的，那天还没有过。'),
  DIED_ON_IMPOSSIBLE: say('这个日子对不上。', '去世的日子不能在今天以后，也不能早过出生日期。'),
  GUARDIAN_CONSENT_NEEDED: ({ because }: Detail<'GUARDIAN_CONSENT_NEEDED'>) =>
    (because && GUARDIAN[because]) ??
    say(`不满 ${CONSENT_BELOW} 岁的孩子，要监护人同意才能登记。`, '请监护人找网格员，当面同意就能登记。'),
  BORN_IN_FUTURE: say('出生日期在今天以后。', '请检查年份。'),
};

function termWords({ validFrom, validUntil }: Detail<'ROLE_HELD_ALREADY'>): string {
  const [from, until] = [validFrom, validUntil].map((day) => day && dayWords(day));
  if (!from) return '要改日期，先停用原来的再开。';
  if (!until) return `从 ${from} 起的那一份还在。要改日期，先停用它再开。`;
  return `从 ${from} 起、到 ${until} 的那一份还在。要接着做，就从它后一天起再开。`;
}

const OF_THE_OFFICE = {
  LIMIT_TOO_LOOSE: ({ bound, safer }: Detail<'LIMIT_TOO_LOOSE'>) =>
    say(
      '上一级不让放得这么宽。',
      bound === undefined ? '请改紧一点。' : `请填 ${bound} 或者更${safer === 'more' ? '大' : '小'}的数。`,
    ),
  ROLE_NEEDS_OTHER_LEVEL: say('这个权限不能开在这一级。', '请换一个地方，或者换一种权限。'),
  ROLE_HELD_ALREADY: (detail: Detail<'ROLE_HELD_ALREADY'>) => say('他已经有这个权限了。', termWords(detail)),
  ROLE_NOT_FOUND: say('这个权限已经停用了。', '名单里不再有它，不用再办。'),
  DATES_REVERSED: say('截止日期在开始日期前面。', '请把截止日期往后改。'),
  PROVIDER_NOT_FOUND: gone('这个服务商'),
  PROVIDER_EXISTS: say('同名的服务商已经有了。', '请换个名称。'),
  SOCIETY_NOT_FOUND: gone('这个社团'),
  SOCIETY_EXISTS: say('同名的社团已经有了。', '请换个名称。'),
  BASIS_ENDED: say('它已经停用了，不能再改。', '要用的话，请重新登记一个。'),
  DOCUMENT_NOT_FOUND: gone('这份文件'),
  DOCUMENT_EXISTS: say('这个文号已经登记过了。', '直接选它就行。'),
  GUIDELINE_NOT_FOUND: gone('这个指导标准项目'),
  GUIDELINE_EXISTS: say('同名的指导标准已经有了。', '请改已有的那个。'),
  RANGE_REVERSED: say('最低分比最高分大。', '请把两个数换过来。'),
  PROGRAMME_NOT_FOUND: gone('这个特色品牌'),
  PROGRAMME_EXISTS: say('同名的特色品牌已经有了。', '直接选它就行。'),
  ITEM_EXISTS: say('同名的积分项目已经有了。', '请换个名称，或者改已有的那个。'),
  ITEM_RETIRED: say('这个积分项目已经停用。', '要用的话请新建一个。'),
  ITEM_INCOMPLETE: say('这个项目还没填全。', '请填上名称、类别、分值和怎么计。'),
  FILE_NOT_EXCEL: say('这不是能读的 Excel 文件。', '请另存为 .xlsx 再选。'),
  FILE_TOO_LARGE: say('文件太大了。', '下面要是有一大片空格子，选中那些行删掉再存；还大就分成几个文件。'),
  FILE_EMPTY: say('表里没有内容。', '用的是模板，就从示例的下一行填起，存好再选；不然看看是不是选错了文件。'),
  DECISION_NOT_POSSIBLE: (detail: Detail<'DECISION_NOT_POSSIBLE'>) =>
    say(`${detail.sheet} 第 ${detail.row} 行选的人对不上了。`, '可能刚被同事改过，请重新选这份表，再看一遍。'),
  FILE_NOT_FOUND: say('这个文件已经不在了。', '上传的文件只留一天，请重新选一次。'),
  FILE_INCOMPLETE: say('文件还没传完。', '请重新选一次，会接着传。'),
  FILE_PART_WRONG: say('文件没有传对。', '请重新选一次。'),
  UPLOADS_FULL: say('现在等着处理的文件太多了。', '请过几个小时再试。'),
  FILE_WITHOUT_HEADER: say('没有找到表头。', '请保留写着“户编号、姓名”或“积分事项、分值”的那一行。'),
};

const ALL: { readonly [Code in SaidCode]: Words<Code> } = {
  ...OF_THE_WAY,
  ...OF_CODES,
  ...OF_ACTIVITIES,
  ...OF_AWARDS,
  ...OF_LEDGER,
  ...OF_UNITS,
  ...OF_REWARDS,
  ...OF_HOUSEHOLDS,
  ...OF_THE_OFFICE,
  ...OF_WORTH,
};

/** The sentence for a refusal. The type of `ALL` makes a new code without words a fault of the build. */
export function sentenceFor<Code extends SaidCode>(code: Code, detail: Detail<Code> = {}): Sentence {
  const words: Words<Code> = ALL[code] ?? OF_THE_WAY.FAULT; // a server newer than this app may know other codes
  return typeof words === 'function' ? words(detail) : words;
}
