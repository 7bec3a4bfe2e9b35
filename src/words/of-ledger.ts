import { gone, say } from './sentence';

export const OF_LEDGER = {
  ENTRY_NOT_FOUND: gone('这笔积分'),
  NOT_A_CREDIT: say('这一笔不是入账。', '只有入账的积分能改正。'),
  CORRECTED_ALREADY: say('这一笔已经改正过了。', '不用再改。'),
  CORRECTION_WAITING: say('这一笔已经有人提出改正。', '请等管理员同意。'),
  CORRECTION_NOT_FOUND: gone('这个改正申请'),
  CORRECTION_DECIDED: say('这个改正申请已经办过了。', '名单里不再有它，不用再办。'),
  OWN_PROPOSAL: say('自己提的改正要由另一位同事同意。', '请另一位管理员来办；提错了可以撤回。'),
  NOT_YOUR_PROPOSAL: say('这个改正不是你提的。', '只有提的人能撤回，管理员可以办理。'),
};
