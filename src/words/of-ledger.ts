import { COUNTERSIGNERS_MAX } from '../../cloudfunctions/values/receipt';
import { dayWords } from './dates';
import type { Detail } from './said';
import { gone, say } from './sentence';

/** A server older than this app may not name it. */
const theDay = (day: string | undefined) => (day ? dayWords(day) : '这一天');

export const OF_LEDGER = {
  ENTRY_NOT_FOUND: gone('这笔积分'),
  NOT_A_CREDIT: say('这一笔不是入账。', '只有入账的积分能改正。'),
  CORRECTED_ALREADY: say('这一笔已经改正过了。', '不用再改。'),
  CORRECTION_WAITING: say('这一笔已经有人提出改正。', '请等管理员同意。'),
  CORRECTION_NOT_FOUND: gone('这个改正申请'),
  CORRECTION_DECIDED: say('这个改正申请已经办过了。', '名单里不再有它，不用再办。'),
  OWN_PROPOSAL: say('自己提的改正要由另一位同事同意。', '请另一位管理员来办；提错了可以撤回。'),
  NOT_YOUR_PROPOSAL: say('这个改正不是你提的。', '只有提的人能撤回，管理员可以办理。'),
  COUNTERSIGNER_NOT_FOUND: say('没有这把在用的公钥。', '请看看是不是已经停用，或者还等着第二个人点头。'),
  COUNTERSIGNER_SAID: say('你已经点过头了。', '这件事要两个人，请另一位管理员或者上级来点。'),
  COUNTERSIGNERS_FULL: ({ max }: Detail<'COUNTERSIGNERS_FULL'>) =>
    say(`一个社区最多登记 ${max ?? COUNTERSIGNERS_MAX} 把公钥。`, '请先停用一把不再用的。'),
  KEY_KNOWN: say('这把公钥登记过了。', '一把公钥只能登记一次；换了人、丢了钥匙，请他重新做一把。'),
  DAY_NOT_SIGNED: ({ day }: Detail<'DAY_NOT_SIGNED'>) =>
    say(`${theDay(day)}的账还没有公布校验码。`, '一条也没有收下。等公布了再签。'),
  DAY_DIFFERS: ({ day }: Detail<'DAY_DIFFERS'>) =>
    say(`${theDay(day)}的校验码和你签的不一样。`, '一条也没有收下。先别再签，请把这件事告诉上级。'),
  COUNTERSIGNATURE_WRONG: ({ day }: Detail<'COUNTERSIGNATURE_WRONG'>) =>
    say(`${theDay(day)}的签字和公钥对不上。`, '一条也没有收下。请用登记过的那把钥匙再签一次。'),
};
