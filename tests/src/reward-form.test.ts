import { firstOf } from '../../src/components/form/checks';
import { formFor, formOf, problemsIn, toAsked } from '../../src/reward/staff-rewards/form';
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
  providers: [
    { providerId: 'p', choice: '购书卡' },
    { providerId: 'q', choice: null },
  ],
  opened: { stockPerPeriod: 20, policyDocumentId: 'd', fundedBy: '街道', unitCostCents: 5050, ownWindows: [] },
} as unknown as Opened;

describe('the form of a reward opened anew', () => {
  it('sends what the reward was opened with, when nothing is changed', () => {
    const form = formOf(reward);
    expect(firstOf(problemsIn(form))).toBeUndefined();
    const { ageMin: _min, limitHousehold: _limit, ...same } = about;
    expect(toAsked(form, 'u', reward)).toEqual({
      ...same,
      ...{ unitId: 'u', replacesId: 'r', providerIds: ['p', 'q'], policyDocumentId: 'd' },
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

describe('what is chosen between, of a kind that a city named', () => {
  const open = { kindId: 'k', name: '便民卡', nature: 'service' as const };
  const filled = {
    ...formFor('open', undefined, open),
    ...{ summary: '二选一', cost: '60', stock: '20', unitCost: '50', fundedBy: '街道', policyDocumentId: 'd' },
    ...{ providerIds: ['gym', 'shop'], choices: '健身卡\n 购书卡 \n\n购书卡' },
  };
  const said = (changed: object) => problemsIn({ ...filled, ...changed });

  it('is written one a line, and sent with where each can be used', () => {
    const bound = { ...filled, choiceOf: { gym: '健身卡', shop: '购书卡' } };
    expect(firstOf(problemsIn(bound))).toBeUndefined();
    expect(toAsked(bound, 'u')).toMatchObject({
      choices: ['健身卡', '购书卡'],
      choiceProviders: [
        { choice: '健身卡', providerId: 'gym' },
        { choice: '购书卡', providerId: 'shop' },
      ],
    });
  });

  it('is more than one thing, or none; and each of them can be used somewhere', () => {
    expect(said({ choices: '健身卡' }).choices).toBe('只有一样就不用选：空着，或者写两样以上');
    expect(firstOf(said({ choices: '' }))).toBeUndefined();
    expect(said({ choiceOf: { gym: '健身卡', shop: '健身卡' } }).choiceOf).toBe('“购书卡”还没有地方可以用');
  });

  it('binds no place to what is chosen no more, and goes with the kind', () => {
    const gone = { ...filled, choices: '健身卡\n游泳卡', choiceOf: { gym: '购书卡' } };
    expect(toAsked(gone, 'u')).toMatchObject({ choices: ['健身卡', '游泳卡'], choiceProviders: [] });
    expect(formFor('healthCheck', filled).choices).toBe('');
  });
});
