import type { NewProvider, NewSociety, NewUnit } from '../../organisation';

type Level = NewUnit['level'];

/** A unit as it is told here: its parts are made below. */
interface Place {
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  readonly setting?: 'urban' | 'rural';
  readonly phone?: string;
  readonly parts: readonly Place[];
}

const GRID_NAMES = ['第一网格', '第二网格', '第三网格', '第四网格'];

/** Grids with their groups, as rosters name them: 第一网格, 6组. */
function grids(community: string, gridCount: number, groupCount: number): Place[] {
  return GRID_NAMES.slice(0, gridCount).map((name, i) => {
    const key = `${community}-G${i + 1}`;
    const parts = Array.from({ length: groupCount }, (_, group): Place => {
      return { key: `${key}-${group + 1}`, name: `${group + 1}组`, level: 'group', parts: [] };
    });
    return { key, name, level: 'grid', parts };
  });
}

function community(key: string, name: string, setting: 'urban' | 'rural', phone: string, parts: Place[]): Place {
  return { key, name, level: 'community', setting, phone, parts };
}

const street = (key: string, name: string, parts: Place[]): Place => ({ key, name, level: 'street', parts });
const district = (key: string, name: string, parts: Place[]): Place => ({ key, name, level: 'district', parts });

/** City, districts and communities as the article names them; streets, grids and groups are made up, like everything in them. */
const CITY: Place = {
  key: 'JM',
  name: '荆门市',
  level: 'city',
  parts: [
    district('JM-DB', '东宝区', [
      street('JM-DB-1', '东门街道', [community('liuhe', '浏河社区', 'urban', '14000009001', grids('LH', 4, 6))]),
      street('JM-DB-2', '南桥街道', [community('jinxiang', '金象社区', 'urban', '14000009002', grids('JX', 2, 3))]),
    ]),
    district('JM-DD', '掇刀区', [
      street('JM-DD-1', '白石街道', [community('baishipo', '白石坡社区', 'urban', '14000009003', grids('BSP', 2, 3))]),
    ]),
    district('JM-ZH', '漳河新区', [
      street('JM-ZH-1', '漳河镇', [community('queji', '却集村', 'rural', '14000009004', grids('QJ', 2, 3))]),
    ]),
  ],
};

export const COMMUNITIES = ['liuhe', 'jinxiang', 'baishipo', 'queji'] as const;
export type CommunityKey = (typeof COMMUNITIES)[number];

/** Until the last step of filling; afterwards the city carries DEMO_TAG, and nothing is filled again. */
export const FILLING_TAG = '正在准备演示';
export const DEMO_TAG = '演示';

export interface PlacedUnits {
  readonly units: NewUnit[];
  readonly idOf: ReadonlyMap<string, string>;
}

/** What a place is by itself, wherever it stands. */
function toUnit({ key, level, name, setting, phone }: Place, startedOn: string) {
  const about = { level, name, setting: setting ?? null, phone: phone ?? null, isDemo: true };
  if (level !== 'community') return { ...about, code: key, stage: null, tags: [], startedOn: null };
  return { ...about, code: `JM-${key.toUpperCase()}`, stage: 'running' as const, tags: ['试点'], startedOn };
}

/** Every unit with its id and path, from the city down. */
export function placeUnits(makeId: () => string, startedOn: string, createdAtMs: number): PlacedUnits {
  const units: NewUnit[] = [];
  const idOf = new Map<string, string>();
  const place = (at: Place, parent: NewUnit | null): void => {
    const unitId = makeId();
    const unit: NewUnit = {
      ...toUnit(at, startedOn),
      unitId,
      parentId: parent?.unitId ?? null,
      path: `${parent?.path ?? '/'}${unitId}/`,
      ...(parent === null && { tags: [FILLING_TAG] }),
      createdAtMs,
    };
    units.push(unit);
    idOf.set(at.key, unitId);
    for (const part of at.parts) place(part, unit);
  };
  place(CITY, null);
  return { units, idOf };
}

type ProviderFacts = Omit<NewProvider, 'providerId' | 'unitId' | 'createdAtMs' | 'phone'> & { readonly key: string };
const provider = (key: string, kind: NewProvider['kind'], name: string, place: string, hours: string) =>
  ({ key, kind, name, place, hours }) satisfies ProviderFacts;

/** Who honours vouchers, by the unit in which they stand. */
export const PROVIDERS: Readonly<Record<string, readonly ProviderFacts[]>> = {
  liuhe: [
    provider('health', 'health', '浏河社区卫生服务中心', '浏河路 8 号', '周一到周六 8:00–17:00'),
    provider('books', 'books', '浏河书店', '浏河路 21 号', '每天 9:00–20:00'),
    provider('fitness', 'fitness', '浏河健身馆', '浏河路 35 号', '每天 7:00–21:00'),
    provider('afterSchool', 'afterSchool', '浏河小学托管班', '浏河路 40 号', '上学日 16:00–18:30'),
    provider('incubation', 'incubation', '社团孵化室', '浏河社区居委会三楼', '工作日 9:00–17:00'),
  ],
  jinxiang: [
    provider('health', 'health', '金象社区卫生服务站', '金象路 3 号', '工作日 8:00–17:00'),
    provider('books', 'books', '金象书屋', '金象路 16 号', '每天 9:00–19:00'),
    provider('afterSchool', 'afterSchool', '金象四点半课堂', '金象社区居委会一楼', '上学日 16:00–18:30'),
  ],
  baishipo: [
    provider('health', 'health', '白石坡社区卫生服务站', '白石坡路 6 号', '工作日 8:00–17:00'),
    provider('books', 'books', '白石坡书店', '白石坡路 11 号', '每天 9:00–19:00'),
  ],
  queji: [
    provider('health', 'health', '却集村卫生室', '却集村委会旁', '工作日 8:00–17:00'),
    provider('agriculture', 'agriculture', '漳河农资站', '漳河镇街上', '每天 7:30–17:30'),
  ],
};

type SocietyFacts = Pick<NewSociety, 'name' | 'stage'>;
export const SOCIETIES: Readonly<Record<CommunityKey, readonly SocietyFacts[]>> = {
  liuhe: [
    { name: '夕阳红合唱队', stage: 'mature' },
    { name: '浏河志愿巡逻队', stage: 'growing' },
    { name: '巧手剪纸社', stage: 'budding' },
  ],
  jinxiang: [
    { name: '双金志愿服务队', stage: 'mature' },
    { name: '金象广场舞队', stage: 'growing' },
  ],
  baishipo: [{ name: '白石坡太极拳社', stage: 'growing' }],
  queji: [{ name: '却集腰鼓队', stage: 'growing' }],
};
