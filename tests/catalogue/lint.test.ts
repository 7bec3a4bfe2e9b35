import { NO_CAPS } from '../../cloudfunctions/catalogue/rules/item';
import { type Candidate, ITEMS_IN_FORCE_MAX, lint, type Neighbour } from '../../cloudfunctions/catalogue/rules/lint';
import { isNearDuplicate } from '../../cloudfunctions/catalogue/rules/near-duplicate';
import { NO_CEILINGS } from '../../cloudfunctions/values/awards';

const good: Candidate = {
  itemId: 'a',
  name: '参加社区环境卫生整治',
  category: '公益',
  evidence: '签到即可',
  condition: '',
  points: 5,
  grades: [],
  caps: { ...NO_CAPS, personDay: 1 },
  ceilings: NO_CEILINGS,
  holderKind: 'resident',
  legalDuty: { isDuty: false, reason: '自愿参加的义务劳动' },
  hasDocument: true,
  guideline: { name: '环境卫生', pointsMin: 1, pointsMax: 5 },
  hasOwnProgramme: false,
};
const found = (change: Partial<Candidate>, others: readonly Neighbour[] = []) => lint({ ...good, ...change }, others);
const published = (name: string, itemId = 'b'): Neighbour => ({ itemId, name, isPublished: true });

it('lets an item pass that has all it needs', () => {
  expect(found({})).toEqual([]);
  expect(found({ guideline: null, hasOwnProgramme: true, points: 500 })).toEqual([]);
  expect(found({ caps: { ...NO_CAPS, householdYear: 2 } })).toEqual([]);
  expect(found({ caps: NO_CAPS, ceilings: { ...NO_CEILINGS, personMonth: 10 } })).toEqual([]);
});

it.each<[string, Partial<Candidate>]>([
  ['valueAtLeastOne', { points: 0, guideline: null, hasOwnProgramme: true }],
  ['basisNeeded', { hasDocument: false }],
  ['legalDutyAnswer', { legalDuty: null }],
  ['legalDuty', { legalDuty: { isDuty: true, reason: '法律要求' } }],
  ['twinDeducts', { evidence: '不参加的扣2分' }],
  ['twinDeducts', { name: '参加会议，迟到扣分' }],
  ['twinDeducts', { evidence: '年底清零' }],
  ['capsNeeded', { caps: NO_CAPS }],
  ['capsNeeded', { caps: { ...NO_CAPS, householdYear: 1 }, holderKind: 'society' }],
  ['twinDeducts', { condition: '无故不到的扣2分' }],
  ['ceilingBelowValue', { ceilings: { ...NO_CEILINGS, personMonth: 4 } }],
  ['outsideRange', { points: 6 }],
  [
    'outsideRange',
    {
      points: 2,
      grades: [
        { name: '一等奖', points: 6 },
        { name: '二等奖', points: 2 },
      ],
    },
  ],
  ['notWithinGuideline', { guideline: null }],
  ['nameTooVague', { name: '其他' }],
  ['nameTooVague', { name: '其他事项' }],
  ['nameTooVague', { name: '好' }],
])('%s stands against %o', (rule, change) => {
  expect(found(change).map((finding) => finding.rule)).toEqual([rule]);
});

it('tells everything at once, with the figures that a sentence needs', () => {
  const findings = found({ hasDocument: false, legalDuty: null, points: 9 });
  expect(findings.map((finding) => finding.rule)).toEqual(['basisNeeded', 'legalDutyAnswer', 'outsideRange']);
  expect(findings[2]?.detail).toEqual({ guideline: '环境卫生', points: 9, pointsMin: 1, pointsMax: 5 });
});

describe('another item of the same matter', () => {
  it('stands against publishing, and is named', () => {
    expect(found({}, [published('参与社区环境卫生整治')])).toEqual([
      { rule: 'nearDuplicate', detail: { itemId: 'b', name: '参与社区环境卫生整治' } },
    ]);
  });

  it('does not while it is a draft, unless it has the very name', () => {
    expect(found({}, [{ ...published('参与社区环境卫生整治'), isPublished: false }])).toEqual([]);
    expect(found({}, [{ ...published('参加社区环境卫生整治'), isPublished: false }])).toHaveLength(1);
  });

  it('is not the item itself in its earlier version', () => {
    expect(found({}, [published('参加社区环境卫生整治', 'a')])).toEqual([]);
  });
});

describe('near-duplicates', () => {
  it.each([
    ['参加社区环境卫生整治', '参与社区环境卫生整治'],
    ['参加社区环境卫生整治', '积极参加社区的环境卫生整治活动'],
    ['参加社区环境卫生整治', '参加社区卫生环境整治'],
    ['帮助邻居买药', '帮扶邻居买药。'],
    ['参加夜校、宣讲等活动', '参加宣讲、夜校活动'],
    ['打扫楼道', '清扫楼道'],
  ])('%s and %s are one matter', (one, other) => {
    expect(isNearDuplicate(one, other)).toBe(true);
  });

  it.each([
    ['获得国家级表彰', '获得省级表彰'],
    ['家庭成员为州级高、中考状元', '家庭成员为县级高、中考状元'],
    ['参加公益理发', '参加公益讲座'],
    ['桌子板凳摆整齐', '锅碗瓢盆放整齐'],
    ['做到按时参会', '做到全程听讲'],
    ['参加第12期夜校', '参加第21期夜校'],
    ['照看老人十二次', '照看老人二十次'],
  ])('%s and %s are two', (one, other) => {
    expect(isNearDuplicate(one, other)).toBe(false);
  });
});

describe('the number of items in force', () => {
  const others = (count: number, isPublished = true): Neighbour[] =>
    Array.from({ length: count }, (_, i) => ({ itemId: `n${i}`, name: `第${i}件好事`, isPublished }));

  it('ends with the sixtieth; drafts do not count', () => {
    expect(found({}, others(ITEMS_IN_FORCE_MAX - 1))).toEqual([]);
    expect(found({}, others(ITEMS_IN_FORCE_MAX, false))).toEqual([]);
    expect(found({}, others(ITEMS_IN_FORCE_MAX))).toEqual([{ rule: 'tooManyItems', detail: { inForce: 60, max: 60 } }]);
  });
});
