import { OPEN_KINDS_MAX } from '../../cloudfunctions/values/rewards';
import { momentWords } from './dates';
import type { Detail } from './said';
import { gone, say } from './sentence';
import { openingWords } from './windows';

export const OF_REWARDS = {
  REWARD_NOT_FOUND: gone('这个奖励'),
  REWARD_RETIRED: say('这个奖励已经停了。', '已经换好的券照样能用。看看别的奖励吧。'),
  SECOND_LOOK_NEEDED: ({ days, state }: Detail<'SECOND_LOOK_NEEDED'>) =>
    state === 'turnedDown'
      ? say('另一位同事看过这户，没有同意。', '请找社区管理员问清楚。')
      : say(
          '这户是新登记的，第一次在窗口兑换，要另一位同事看一眼。',
          `已经放进“等另一位看”，看过就能换${days ? `。登记满 ${days} 天的不用看` : ''}。`,
        ),
  SECOND_LOOK_NOT_FOUND: say('这一户已经看过了。', '名单里不再有它，不用再办。'),
  KIND_NOT_FOUND: gone('这一种奖励'),
  KIND_IS_HONOUR: say('这一种是荣誉，不用积分换。', '请换一种。'),
  KIND_ENDED: say('这一种已经停了。', '已经开着的奖励照样能换。要开新的，请换一种。'),
  KIND_EXISTS: say('已经有这一种了。', '请换个名称，或者直接用已有的那一种。'),
  KINDS_FULL: ({ most }: Detail<'KINDS_FULL'>) =>
    say(`自己起名的种类最多 ${most ?? OPEN_KINDS_MAX} 种。`, '请用已有的种类。'),
  CHOICE_NEEDED: say('还没选要哪一样。', '请先选一样再兑换。'),
  POOL_NOT_AGREED: say('有家人还没同意合用积分。', '请他在“我家”里点同意，或者只用自己的积分。'),
  TOO_YOUNG: (detail: Detail<'TOO_YOUNG'>) =>
    say('年龄还没到。', detail.ageMin ? `满 ${detail.ageMin} 岁就可以换。` : '到了年龄就可以换。'),
  TOO_OLD: say('这个奖励是给孩子的。', '可以替家里的孩子换。'),
  BIRTH_DATE_UNKNOWN: say('还不知道出生日期。', '请带上身份证，到社区补登一下。'),
  ONLY_RURAL: say('这个奖励是给村里家庭的。', '看看别的奖励吧。'),
  OTHER_COMMUNITY: say('这是别的社区的奖励。', '看看自己社区的奖励吧。'),
  LIFETIME_TOO_LOW: (detail: Detail<'LIFETIME_TOO_LOW'>) =>
    say(
      '累计积分还不够。',
      detail.leastLifetime ? `累计满 ${detail.leastLifetime} 分就可以换。` : '再攒一攒就可以换。',
    ),
  LIMIT_REACHED: say('这一期已经换过了。', '到下一期还能再换。'),
  HOUSEHOLD_LIMIT_REACHED: say('这一期家里已经换够了。', '到下一期还能再换。'),
  OUT_OF_STOCK: say('这一期已经换完了。', '积分都还在，到下一期再来换。'),
  SHELF_EMPTY: ({ left }: Detail<'SHELF_EMPTY'>) =>
    left
      ? say(`现在只剩 ${left} 份了。`, '少换一点，或者等进了货再来。')
      : say('这样东西现在没有货了。', '积分都还在，等进了货再来换。'),
  NOT_ON_SHELF: say('这不是架上的东西，不能当面领。', '请给他换一张券，到券上写的地方用。'),
  GOODS_NOT_FOUND: gone('这样东西'),
  GOODS_ENDED: say('这样东西已经停了，不再进出。', '请另选一样，或者重新登记一样。'),
  GOODS_LEFT: ({ left }: Detail<'GOODS_LEFT'>) =>
    left
      ? say(`架上还有 ${left} 份，不能停。`, '先发完，或者盘点记平了，再来停。')
      : say('还有人等着领，或者有一笔没看过，不能停。', '领完、看过以后，再来停。'),
  GOODS_EXIST: say('已经有同名的东西了。', '请直接用已有的那一样，或者换个名称。'),
  GOODS_NEEDED: say('还没选是架上的哪一样。', '物品类的奖励要选一样，别的不用选。'),
  SLIP_NOT_FOUND: say('这一笔已经看过了。', '名单里不再有它，不用再办。'),
  COUNT_AGAIN: say('盘点以后又发出去了不少，数目对不上。', '请再盘一次。'),
  MONTH_SPENT: ({ againAtMs }: Detail<'MONTH_SPENT'>) =>
    say(
      '这个月能换的已经换完了。',
      againAtMs ? `积分都还在，${momentWords(againAtMs)} 起再来换。` : '积分都还在，请问社区什么时候再开。',
    ),
  WINDOW_CLOSED: ({ fromMs, untilMs }: Detail<'WINDOW_CLOSED'>) =>
    say(
      '现在不是兑换的时间。',
      fromMs && untilMs
        ? `下一次是 ${openingWords({ fromMs, untilMs })}，积分都还在。`
        : '社区还没有定下一次，积分都还在。',
    ),
  POINTS_INSUFFICIENT: (detail: Detail<'POINTS_INSUFFICIENT'>) =>
    say(detail.missing ? `还差 ${detail.missing} 分。` : '可兑换积分不够。', '可以和家人合用，或者再攒一攒。'),
  REWARD_EXISTS: say('已经有同名的奖励在用。', '请换个名称；条件变了的，打开旧的，点“改一改，重新开”。'),
  REWARD_REPLACED: say('这个奖励已经改过、重新开了。', '请回到名单，打开新的那个再改。'),
  REWARD_DIFFERS: say('“哪一种”和“一期多长”不能改。', '要换这两样，请停用旧的，另开一个。'),
  AGES_REVERSED: say('最小年龄比最大年龄大。', '请把两个年龄换过来。'),
  KIND_NEEDS_OTHER_HOLDER: say('这类奖励不是给这种对象的。', '请改“给谁”那一项。'),
  VOUCHER_NOT_FOUND: say('没有找到这张券。', '请核对六位券码，或者再扫一次。'),
  VOUCHER_REDEEMED: ({ redeemedAtMs, redeemedAtProvider }: Detail<'VOUCHER_REDEEMED'>) =>
    say(
      '这张券已经用过了。',
      `${redeemedAtMs ? momentWords(redeemedAtMs) : ''} 在${redeemedAtProvider || '服务点'}用掉的。`,
    ),
  VOUCHER_CANCELLED: say('这张券已经退了。', '积分已经回到原来的账户，可以重新兑换。'),
  VOUCHER_LAPSED: say('这张券过期了。', '积分会退回原来的账户，可以重新兑换。'),
  OTHER_PROVIDER: say('这张券不能在你这里用。', '请看券上写的服务点。写的就是这里的，请管那个社区的同事来核销。'),
};
