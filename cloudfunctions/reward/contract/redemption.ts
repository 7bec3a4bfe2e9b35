import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Total } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { MonthCents, MonthPoints, Windows } from './windows';

export const redemption = defineAction({
  name: 'reward.redemption',
  summary:
    'When things can be redeemed in a community, the ceilings of a month, and how much of them this month has used.',
  input: z.strictObject({ unitId: Id.describe('A community.') }),
  output: z.strictObject({
    windows: Windows,
    monthPoints: MonthPoints.nullable().describe('null: no ceiling.'),
    monthCents: MonthCents.nullable().describe('null: no ceiling.'),
    spentPoints: Total.describe(
      'Of vouchers issued this month, by the calendar; those given back or lapsed do not count.',
    ),
    spentCents: Total.describe('Likewise.'),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const setRedemption = defineAction({
  name: 'reward.setRedemption',
  summary:
    'Sets when things can be redeemed in a community and how much in a month. A reward may have windows and ceilings of its own. Issued vouchers are honoured.',
  input: z.strictObject({
    unitId: Id.describe('A community.'),
    windows: Windows,
    monthPoints: MonthPoints.optional().describe('No ceiling when left out.'),
    monthCents: MonthCents.optional().describe('No ceiling when left out.'),
  }),
  output: z.strictObject({ unitId: Id }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
