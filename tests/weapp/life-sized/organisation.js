const { DAY_MS, dayFromNow, ids, many, NOW, pageOf, pick } = require('./made-up');
const { COMMUNITY } = require('./people');

const unit = (n, level, parentId, name) => ({
  unitId: ids(7, n),
  parentId,
  level,
  code: `4208${String(n).padStart(5, '0')}`,
  name,
  setting: level === 'community' ? (n % 4 ? 'urban' : 'rural') : null,
  stage: level === 'community' ? 'running' : null,
  tags: [],
  startedOn: level === 'community' ? '2026-01-01' : null,
  phone: '0724-1234567',
  isDemo: false,
  endedOn: null,
  successorId: null,
});
const district = unit(0, 'district', null, '掇刀区');
const streets = many(8, (n) => unit(n + 1, 'street', district.unitId, `白石坡街道第${n + 1}办事处`));
const communities = many(100, (n) => ({
  ...unit(n + 10, 'community', pick(streets, n).unitId, `浏河社区之${n + 1}`),
  ...(n === 0 && { unitId: COMMUNITY }),
}));
const grids = many(60, (n) => unit(n + 200, 'grid', COMMUNITY, `第${n + 1}网格`));
const units = [district, ...streets, ...communities, ...grids];

const roles = many(200, (n) => ({
  roleId: ids(3, n),
  residentId: ids(2, n),
  role: pick(['gridWorker', 'communityStaff', 'groupLeader'], n),
  unitId: n % 3 === 1 ? COMMUNITY : pick(grids, n).unitId,
  unitName: n % 3 === 1 ? '浏河社区' : pick(grids, n).name,
  providerId: null,
  societyId: null,
  validFrom: dayFromNow(-100),
  validUntil: null,
}));

const providers = many(100, (n) => ({
  providerId: ids(6, n),
  unitId: COMMUNITY,
  kind: 'health',
  name: `浏河社区卫生服务中心第${n + 1}门诊`,
  place: '浏河路18号',
  hours: '周一到周五 8:00–17:00',
  phone: '14000000060',
}));
const societies = many(100, (n) => ({
  societyId: ids(9, n),
  unitId: COMMUNITY,
  name: `浏河社区红马甲志愿服务第${n + 1}队`,
  stage: 'growing',
  leaderId: ids(2, n),
}));

const changes = many(200, (n) => {
  const kind = pick(['renamed', 'merged', 'redrawn'], n);
  const isRenamed = kind === 'renamed';
  return {
    ...{ changeId: ids(8, n), kind, unitId: pick(grids, n).unitId, level: 'grid', name: pick(grids, n).name },
    ...{ above: ['浏河社区'], newName: isRenamed ? `浏河东片第${n + 1}网格` : null },
    ...{ toUnitId: isRenamed ? null : pick(grids, n + 1).unitId, toName: isRenamed ? null : pick(grids, n + 1).name },
    ...{ toAbove: isRenamed ? [] : ['浏河社区'], households: isRenamed ? null : 120 + n },
    ...{ fromOn: dayFromNow(-n), because: `东门街道办〔2026〕${n + 1} 号，关于调整网格的通知` },
    ...{ changedBy: ids(2, n % 9), changedAtMs: NOW - n * DAY_MS },
  };
});

const counted = (month, n) => ({
  ...{ month, until: `${month}-30`, personTimes: 4210 + n },
  households: { withPoints: 1206 + n, onRoster: 2980 + n },
  people: { withPoints: 3306 + n, onRoster: 8980 + n },
});
const looked = communities.map(({ unitId, code, name, setting, stage, tags, startedOn, parentId }, n) => ({
  ...{ unitId, code, name, setting, stage, tags, startedOn },
  above: streets.find((street) => street.unitId === parentId).name,
  mergedInto: null,
  months: [counted('2026-11', n)],
}));

const answers = {
  'oversight.participation': ({ unitId, ...input }) => {
    const asked = looked.filter((one) => unitId !== COMMUNITY || one.unitId === COMMUNITY);
    const { page, nextCursor } = pageOf(asked, input, 100);
    const all = {
      months: [counted('2026-11', 100_000)],
      countedAtMs: Date.parse('2026-11-23T04:00:00Z'),
      communitiesWithPoints: asked.length,
      isDemo: false,
    };
    return { units: page, count: asked.length, nextCursor, ...all };
  },
  'oversight.waiting': () => ({
    kinds: ['application', 'correction', 'award', 'household', 'merge', 'slip'].map((kind) => ({
      ...{ kind, count: 100 },
      sinceMs: many(20, (n) => Date.parse('2026-11-20T04:00:00Z') + n),
    })),
  }),
  'oversight.community': () => ({
    counted: counted('2026-11', 0),
    categories: many(12, (n) => ({ category: `环境卫生之${n + 1}`, personTimes: 400 - n, points: 800 - n })),
    otherCategories: { count: 4, personTimes: 30, points: 60 },
    withoutPoints: ['newcomer', 'movedIn', 'outOfReach', 'oldAlone', 'earlier', 'other'].map((because, n) => ({
      because,
      households: 300 + n,
    })),
  }),
  'organisation.tree': ({ levels, ...input }) => {
    const asked = levels ? units.filter(({ level }) => levels.includes(level)) : units;
    const { page, nextCursor } = pageOf(asked, input, 100);
    return { units: page, nextCursor };
  },
  'organisation.unitChanges': ({ kind, ...input }) => {
    const { page, nextCursor } = pageOf(
      changes.filter((one) => !kind || one.kind === kind),
      input,
      50,
    );
    return { changes: page, count: changes.length, nextCursor };
  },
  'organisation.roles': (input) => {
    const { page, nextCursor } = pageOf(roles, input, 100);
    return { roles: page, nextCursor };
  },
  'organisation.providers': (input) => {
    const { page, nextCursor } = pageOf(providers, input, 40);
    return { providers: page, nextCursor };
  },
  'organisation.societies': (input) => {
    const { page, nextCursor } = pageOf(societies, input, 40);
    return { societies: page, nextCursor };
  },
};

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'staff/team' },
  { page: 'staff/unit-changes' },
  { page: 'staff/units' },
  { page: 'staff/units', query: { id: COMMUNITY } },
];

module.exports = { answers, visits };
