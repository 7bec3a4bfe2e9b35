const { DAY_MS, dayFromNow, ids, many, nameOf, NOW, pageOf, pick } = require('./made-up');
const { COMMUNITY } = require('./people');

const CATEGORIES = ['公益服务', '邻里互助', '环境卫生', '平安建设', '文明新风'];
const DEEDS = ['参加清洁家园活动', '为独居老人送餐', '夜间治安巡逻一小时', '调解邻里纠纷', '家中红白事从简'];

const item = (state) => (n) => ({
  itemId: ids(21, n),
  unitId: COMMUNITY,
  version: 1,
  state,
  name: `${pick(DEEDS, n)}之${n + 1}`,
  category: pick(CATEGORIES, Math.floor(n / 20)),
  points: (n % 20) + 1,
  grades:
    n % 10 === 9
      ? [
          { name: '国家级', points: 50 },
          { name: '市级', points: 20 },
        ]
      : [],
  perHalfHours: n % 10 === 8 ? 2 : null,
  condition: n % 5 === 4 ? '满3次' : '',
  countedPer: '次',
  evidence: pick(['签到记录', '签到记录或现场照片'], n),
  holderKind: 'resident',
  caps: {
    personDay: 1,
    personMonth: 4,
    personYear: null,
    householdDay: null,
    householdMonth: 8,
    householdYear: null,
  },
  ceilings: {
    ...{ personActivity: null, personDay: null, personMonth: 20, personYear: null },
    ...{ householdActivity: null, householdDay: null, householdMonth: null, householdYear: null },
  },
  guidelineItemId: ids(22, n % 60),
  programmeId: null,
  programmeName: null,
  policyDocumentId: state === 'draft' ? null : ids(23, 0),
  policyDocumentNumber: state === 'draft' ? null : '荆文明办〔2026〕3号',
  legalDuty: { isDuty: false, reason: '法律没有这样要求' },
  hasDraft: false,
});
const items = Object.fromEntries(['published', 'draft', 'retired'].map((state) => [state, many(100, item(state))]));

const documents = many(60, (n) => ({
  policyDocumentId: ids(23, n),
  unitId: ids(7, 0),
  number: `荆文明办〔2026〕${n + 1}号`,
  title: '关于在全市城乡社区推行积分制管理的实施意见',
  issuer: '荆门市精神文明建设指导委员会办公室',
  issuedOn: dayFromNow(-200),
  isEnded: n % 7 === 6,
}));
const guidelines = many(200, (n) => ({
  guidelineItemId: ids(22, n),
  unitId: ids(7, 0),
  unitName: '荆门市',
  policyDocumentId: ids(23, 0),
  category: pick(CATEGORIES, n),
  name: `${pick(DEEDS, n)}（指导标准第${n + 1}项）`,
  pointsMin: 1,
  pointsMax: 20,
  countedPer: '次',
  evidence: '签到记录',
  isEnded: n % 7 === 6,
}));
const programmes = many(60, (n) => ({
  programmeId: ids(24, n),
  unitId: COMMUNITY,
  name: `浏河红管家第${n + 1}队`,
  aim: '把热心人组织起来，楼栋里的事有人管、有人问。',
  isEnded: n % 7 === 6,
}));

const LONG = '关于在全市城乡社区推行积分制管理的实施意见（试行）';
const CORRECTED = ['name', 'category', 'pointsMin', 'pointsMax', 'countedPer', 'evidence', 'policyDocument'].map(
  (field) => ({ field, value: LONG }),
);

const answers = {
  'catalogue.items': (input) => {
    const all = items[input.state ?? 'published'];
    const { page, nextCursor } = pageOf(all, input, 100);
    return { items: page, count: all.length, nextCursor };
  },
  'catalogue.policyDocuments': (input) => {
    const { page, nextCursor } = pageOf(documents, input, 40);
    return { documents: page, nextCursor };
  },
  'catalogue.guidelines': (input) => {
    const { page, nextCursor } = pageOf(guidelines, input, 100);
    return { guidelines: page, nextCursor };
  },
  'catalogue.programmes': (input) => {
    const { page, nextCursor } = pageOf(programmes, input, 40);
    return { programmes: page, nextCursor };
  },
  'catalogue.basisChanges': ({ of }) => ({
    mayChange: true,
    changes: many(20, (n) => ({
      what: n === 19 ? 'ended' : 'corrected',
      before: of === 'guideline' ? CORRECTED : [{ field: of === 'document' ? 'title' : 'name', value: LONG }],
      because: '照文件原文改过来，前一回录入的时候看错了行',
      byName: nameOf(n),
      atMs: NOW - (20 - n) * DAY_MS,
    })),
  }),
};

const dayWords = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
/** What stands in the row of each. */
const documentRow = ({ title, number, issuer, issuedOn }) => `${title}${number} · ${issuer} · ${dayWords(issuedOn)}`;
const guidelineRow = ({ name, category, unitName, pointsMin, pointsMax, countedPer }) =>
  `${name}${category} · ${unitName}${pointsMin} 到 ${pointsMax} 分 / ${countedPer}`;

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'pages/rules' },
  { page: 'staff/award' },
  { page: 'staff/award', query: { item: ids(21, 0) }, taps: ['全部名单'], part: 'people' },
  { page: 'staff/catalogue' },
  { page: 'staff/guidelines' },
  { page: 'staff/catalogue', taps: ['草稿'], part: 'drafts' },
  { page: 'staff/catalogue', taps: ['依据'], part: 'sources' },
  { page: 'staff/catalogue', taps: ['依据', documentRow(documents[0])], part: 'document' },
  { page: 'staff/guidelines', taps: [guidelineRow(guidelines[0])], part: 'guideline' },
];

module.exports = { answers, visits };
