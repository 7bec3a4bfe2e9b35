import { HolderKind } from '../../../kit/fields';
import { Period, RewardKind } from '../../../reward/contract';
import type { Said } from './said';
import { day, id, list, moment, oneOf, says, whole, words } from './said';

const ofPeriod = {
  period: oneOf(Period.options, 'The span that the limit counts in.'),
  againOn: day('The first day of the next span.'),
};

/** reward. */
export const OF_REWARDS = {
  REWARD_NOT_FOUND: says('There is no such reward.'),
  REWARD_RETIRED: says('The reward has been taken out of the list; issued vouchers are honoured.'),
  REWARD_EXISTS: says('The community has a reward of this title.'),
  REWARD_REPLACED: says('Another reward was opened in its place: that one is the one to replace.'),
  REWARD_DIFFERS: says('A reward comes only in the place of one of the same kind and period.', {
    kind: oneOf(RewardKind.options, 'Of the one to be replaced.'),
    period: oneOf(Period.options, 'Likewise.'),
  }),
  AGES_REVERSED: says('The least age is more than the most.'),
  KIND_NEEDS_OTHER_HOLDER: says('A reward of this kind is for another kind of holder.', {
    holderKinds: list(`Those that it may be for, of ${HolderKind.options.join(', ')}.`),
  }),
  CHOICE_NEEDED: says('The reward is one of several things: send choice.', { choices: list('What may be chosen.') }),
  POOL_NOT_AGREED: says('Somebody in pool, or the household whose account it is, has not agreed to that.', {
    holderId: id('Whose agreement is missing.'),
  }),

  TOO_YOUNG: says('The holder is too young.', { ageMin: whole('The least age, in whole years.') }),
  TOO_OLD: says('The holder is too old.', { ageMax: whole('The most, in whole years.') }),
  BIRTH_DATE_UNKNOWN: says('The reward asks for an age and the date of birth is not known.'),
  ONLY_RURAL: says('The reward is for households of rural communities.'),
  OTHER_COMMUNITY: says('The holder does not live where the reward is offered.'),
  LIFETIME_TOO_LOW: says('The lifetime points are below what the reward asks for.', {
    leastLifetime: whole('Lifetime points asked for.'),
    missing: whole('How many are missing to that.'),
  }),
  LIMIT_REACHED: says('The holder has had the reward as often as one may in this span.', {
    limit: whole('How often.'),
    ...ofPeriod,
  }),
  HOUSEHOLD_LIMIT_REACHED: says('The household has had the reward as often as it may in this span.', {
    limit: whole('How often.'),
    ...ofPeriod,
  }),
  OUT_OF_STOCK: says('All of this span are given out.', ofPeriod),
  POINTS_INSUFFICIENT: says('The points are not enough, those in pool included.', {
    missing: whole('How many are missing.'),
  }),

  VOUCHER_NOT_FOUND: says('There is no such voucher. A wrong code is counted.'),
  VOUCHER_REDEEMED: says('The voucher has been redeemed.', {
    redeemedAtMs: moment('When.'),
    redeemedAtProvider: words('Where: the name of the provider. Told to its clerks.'),
  }),
  VOUCHER_CANCELLED: says('The voucher was given back; its points are free.', { endedAtMs: moment('When.') }),
  VOUCHER_LAPSED: says('The voucher was not used in time; its points are free again.', {
    expiresAtMs: moment('Until when it could be used.'),
  }),
  OTHER_PROVIDER: says(
    'The voucher is honoured by another provider than the caller’s, or is of a community where the caller is no clerk of it. Counted as a wrong code.',
  ),
} as const satisfies Record<string, Said>;
