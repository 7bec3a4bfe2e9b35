import { HOLDER_KINDS } from '../../cloudfunctions/values/awards';
import { REWARD_HOLDERS, REWARD_KINDS } from '../../cloudfunctions/values/rewards';
import { KIND_KEYS, KINDS } from '../../src/reward/staff-rewards/kinds';

it('has somebody to give each of the six incentives to, and each kind of holder has one', () => {
  const holders = REWARD_KINDS.flatMap((kind) => REWARD_HOLDERS[kind]);
  expect(REWARD_KINDS).toHaveLength(6);
  expect(new Set(holders)).toEqual(new Set(HOLDER_KINDS));
});

it('is offered on the page, each for its usual holder', () => {
  expect([...KIND_KEYS].sort()).toEqual([...REWARD_KINDS].sort());
  for (const kind of REWARD_KINDS) expect(REWARD_HOLDERS[kind]).toContain(KINDS[kind].holderKind);
});
