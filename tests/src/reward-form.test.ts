import { firstOf } from '../../src/components/form/checks';
import { formOf, problemsIn, toAsked } from '../../src/reward/staff-rewards/form';
import type { Opened } from '../../src/reward/staff-rewards/kinds';

const about = {
  kind: 'fitnessOrBook',
  title: '健身卡／购书卡',
  summary: '二选一',
  about: '',
  cost: 60,
  holderKind: 'household',
  ageMin: null,
  ageMax: 0,
  ruralOnly: false,
  leastLifetime: 0,
  period: 'quarter',
  limitHolder: 2,
  limitHousehold: null,
  validDays: 30,
  choices: ['游泳卡', '购书卡'],
  steps: ['带上身份证', '到前台'],
} as const;
const reward = {
  ...about,
  rewardId: 'r',
  unitId: 'u',
  ...{ kindId: null, goods: null, monthPoints: null, monthCents: 90_000 },
  providers: [{ providerId: 'p', choice: '购书卡' }],
  opened: { stockPerPeriod: 20, policyDocumentId: 'd', fundedBy: '街道', unitCostCents: 5050, ownWindows: [] },
} as unknown as Opened;

describe('the form of a reward opened anew', () => {
  it('sends what the reward was opened with, when nothing is changed', () => {
    const form = formOf(reward);
    expect(firstOf(problemsIn(form))).toBeUndefined();
    const { ageMin: _min, limitHousehold: _limit, ...same } = about;
    expect(toAsked(form, 'u', reward)).toEqual({
      ...same,
      ...{ unitId: 'u', replacesId: 'r', providerIds: ['p'], policyDocumentId: 'd' },
      ...{ stockPerPeriod: 20, fundedBy: '街道', unitCostCents: 5050, windows: [], monthCents: 90_000 },
      choiceProviders: [{ choice: '购书卡', providerId: 'p' }],
    });
  });

  it('sends the one thing that was mended', () => {
    expect(toAsked({ ...formOf(reward), title: '健身卡或购书卡' }, 'u', reward)).toMatchObject({
      title: '健身卡或购书卡',
    });
  });
});
