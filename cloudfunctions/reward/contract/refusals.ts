import { HolderKind } from '../../kit/fields';
import { type DetailsOf, declare } from '../../kit/refusal';
import { day, id, list, moment, oneOf, whole, words } from '../../kit/refusal-fields';
import { Period, RewardKind } from './fields';

const ofPeriod = {
  period: oneOf(Period.options, 'The span that the limit counts in.'),
  againOn: day('The first day of the next span.'),
};

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  REWARD_NOT_FOUND: declare('There is no such reward.'),
  REWARD_RETIRED: declare('The reward has been taken out of the list; issued vouchers are honoured.'),
  REWARD_EXISTS: declare('The community has a reward of this title.'),
  REWARD_REPLACED: declare('Another reward was opened in its place: that one is the one to replace.'),
  REWARD_DIFFERS: declare('A reward comes only in the place of one of the same kind and period.', {
    kind: oneOf(RewardKind.options, 'Of the one to be replaced.'),
    period: oneOf(Period.options, 'Likewise.'),
  }),
  AGES_REVERSED: declare('The least age is more than the most.'),
  KIND_NEEDS_OTHER_HOLDER: declare('A reward of this kind is for another kind of holder.', {
    holderKinds: list(`Those that it may be for, of ${HolderKind.options.join(', ')}.`),
  }),
  KIND_NOT_FOUND: declare('No unit above the community has named such a kind of reward.'),
  KIND_IS_HONOUR: declare('The kind is an honour: it costs no points, so nothing can be redeemed of it.'),
  KIND_ENDED: declare('The kind has ended: no reward of it is opened any more; those that are open go on.'),
  KIND_EXISTS: declare('A kind of reward is called so already, here or above.'),
  KINDS_FULL: declare('The unit has named as many kinds as it may.', { most: whole('How many a unit may name.') }),
  CHOICE_NEEDED: declare('The reward is one of several things: send choice.', { choices: list('What may be chosen.') }),
  POOL_NOT_AGREED: declare('Somebody in pool, or the household whose account it is, has not agreed to that.', {
    holderId: id('Whose agreement is missing.'),
  }),

  SECOND_LOOK_NEEDED: declare(
    'The household is new and was registered by hand: its first voucher at the desk waits until a second person has looked at it (reward.look). That is asked for with this refusal.',
    {
      days: whole('So many days a household counts as new in this community.'),
      state: oneOf(['waiting', 'turnedDown'], 'turnedDown: somebody has looked and said no.'),
    },
  ),
  SECOND_LOOK_NOT_FOUND: declare('No second look is asked for at this household, or it has been given.'),

  TOO_YOUNG: declare('The holder is too young.', { ageMin: whole('The least age, in whole years.') }),
  TOO_OLD: declare('The holder is too old.', { ageMax: whole('The most, in whole years.') }),
  BIRTH_DATE_UNKNOWN: declare('The reward asks for an age and the date of birth is not known.'),
  ONLY_RURAL: declare('The reward is for households of rural communities.'),
  OTHER_COMMUNITY: declare('The holder does not live where the reward is offered.'),
  LIFETIME_TOO_LOW: declare('The lifetime points are below what the reward asks for.', {
    leastLifetime: whole('Lifetime points asked for.'),
    missing: whole('How many are missing to that.'),
  }),
  LIMIT_REACHED: declare('The holder has had the reward as often as one may in this span.', {
    limit: whole('How often.'),
    ...ofPeriod,
  }),
  HOUSEHOLD_LIMIT_REACHED: declare('The household has had the reward as often as it may in this span.', {
    limit: whole('How often.'),
    ...ofPeriod,
  }),
  OUT_OF_STOCK: declare('All of this span are given out.', ofPeriod),
  SHELF_EMPTY: declare('There is not as much of it on the shelf.', { left: whole('How many there are.') }),
  NOT_ON_SHELF: declare('The reward is no thing from the shelf, and is not handed over at the counter.'),
  GOODS_NOT_FOUND: declare('The community keeps no such thing.'),
  GOODS_ENDED: declare('The community keeps this thing no longer.'),
  GOODS_LEFT: declare('There is some of it still, on the shelf, promised to a voucher, or counted and not seen yet.', {
    left: whole('How many are on the shelf.'),
  }),
  GOODS_EXIST: declare('The community has a thing of this name.'),
  GOODS_NEEDED: declare('A reward of goods says which thing of the shelf it is, and others say none.'),
  SLIP_NOT_FOUND: declare('There is no such slip, or a second person has seen it.'),
  COUNT_AGAIN: declare('More went out since the stock take than was counted: it is to be counted again.'),
  MONTH_SPENT: declare('What the community, or the reward, may give in a month is given out.', {
    againAtMs: moment('When it can be redeemed next: from the next month on, in a window.').exactOptional(),
  }),
  WINDOW_CLOSED: declare('It cannot be redeemed at this time.', {
    fromMs: moment('When the next window begins; missing where none comes any more.').exactOptional(),
    untilMs: moment('When that one ends.').exactOptional(),
  }),

  VOUCHER_NOT_FOUND: declare('There is no such voucher. A wrong code is counted.'),
  VOUCHER_REDEEMED: declare('The voucher has been redeemed.', {
    redeemedAtMs: moment('When.'),
    redeemedAtProvider: words('Where: the name of the provider. Told to its clerks.').exactOptional(),
  }),
  VOUCHER_CANCELLED: declare('The voucher was given back; its points are free.', { endedAtMs: moment('When.') }),
  VOUCHER_LAPSED: declare('The voucher was not used in time; its points are free again.', {
    expiresAtMs: moment('Until when it could be used.'),
  }),
  OTHER_PROVIDER: declare(
    'The voucher is honoured by another provider than the caller’s, or is of a community where the caller is no clerk of it. Counted as a wrong code.',
  ),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
