import { HOLDER_KINDS } from '../../cloudfunctions/values/awards';
import { NAMED_KINDS, REWARD_HOLDERS, REWARD_KINDS } from '../../cloudfunctions/values/rewards';
import { KINDS } from '../../src/reward/staff-rewards/kinds';

it('has somebody to give each of the six incentives to, and each kind of holder has one', () => {
  const holders = NAMED_KINDS.flatMap((kind) => REWARD_HOLDERS[kind]);
  expect(NAMED_KINDS).toHaveLength(6);
  expect(new Set(holders)).toEqual(new Set(HOLDER_KINDS));
});

it('is offered on the page, each for its usual holder', () => {
  expect(Object.keys(KINDS).sort()).toEqual([...REWARD_KINDS].sort());
  for (const kind of REWARD_KINDS) expect(REWARD_HOLDERS[kind]).toContain(KINDS[kind].holderKind);
});
