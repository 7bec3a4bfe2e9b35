import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Holder, Id, Title } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { Obstacle, POOL_MAX, Voucher } from './fields';

export const IssueRefusals = [
  'REWARD_NOT_FOUND',
  'REWARD_RETIRED',
  'HOLDER_NOT_FOUND',
  'CHOICE_NEEDED',
  'POOL_NOT_AGREED',
  'ACCOUNT_CLOSED',
  ...Obstacle.options,
] as const;

export const Pool = z
  .array(Id)
  .max(POOL_MAX)
  .default([])
  .describe(
    'Whose points may be added, in the order in which they pay: ids of mine.pool of reward.get, all of whom agreed.',
  );

export const issueVoucher = defineAction({
  name: 'reward.issueVoucher',
  summary:
    'Issues a voucher (兑换): the points are held for it. Own points first, then those of consenting household members in the order given.',
  input: z.strictObject({
    rewardId: Id,
    holder: Holder.optional().describe('The caller, or who would naturally hold a reward of this kind, when left out.'),
    pool: Pool,
    choice: Title.optional().describe('One of the reward’s choices; only where it has some.'),
  }),
  output: Voucher,
  refusals: IssueRefusals,
  allow: [resident()],
  effect: 'write',
});

export const issueVoucherFor = defineAction({
  name: 'reward.issueVoucherFor',
  summary:
    'At the desk: staff have a voucher issued for a resident, found by card, personal code or name, to be printed.',
  input: z.strictObject({
    rewardId: Id,
    holder: Holder,
    pool: Pool,
    choice: Title.optional().describe('One of the reward’s choices; only where it has some.'),
  }),
  output: Voucher,
  refusals: [...IssueRefusals, 'OWN_HOUSEHOLD', 'SECOND_LOOK_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});
