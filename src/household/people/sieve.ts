import { ADULT_AT } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { useWhole } from '../../api/use-whole';
import { askedBy, type Filter, type InForce } from '../../components/filters/in-force';

type Only = NonNullable<RequestFor<'ledger.people'>['only']>;

/** What the list is sifted by; each of them at once with the others. */
const FIXED: readonly Filter<Only>[] = [
  {
    key: 'age',
    word: '多大年纪',
    options: [
      { key: 'old', word: '60 岁以上', only: { ageFrom: 60 } },
      { key: 'older', word: '80 岁以上', only: { ageFrom: 80 } },
      { key: 'young', word: `不满 ${ADULT_AT} 岁`, only: { ageTo: ADULT_AT - 1 } },
      { key: 'child', word: '5 岁以下', only: { ageTo: 5 } },
    ],
  },
  {
    key: 'reach',
    word: '微信绑没绑',
    options: [
      { key: 'bound', word: '已绑定', only: { reach: 'bound' } },
      { key: 'unbound', word: '没绑定', only: { reach: 'unbound' } },
      { key: 'assisted', word: '代办', only: { reach: 'assisted' } },
    ],
  },
  {
    key: 'lends',
    word: '积分合不合用',
    options: [
      { key: 'lends', word: '合用', only: { lends: true } },
      { key: 'own', word: '各用各的', only: { lends: false } },
    ],
  },
  {
    key: 'quiet',
    word: '多久没来',
    options: [
      { key: 'month', word: '一个月没来', only: { quietDays: 30 } },
      { key: 'season', word: '三个月没来', only: { quietDays: 90 } },
      { key: 'year', word: '一年没来', only: { quietDays: 365 } },
    ],
  },
  {
    key: 'birth',
    word: '生日登没登记',
    options: [
      { key: 'noBirth', word: '没登记生日', only: { birth: 'unknown' } },
      { key: 'yearOnly', word: '生日只知道年份', only: { birth: 'yearOnly' } },
    ],
  },
  {
    key: 'sex',
    word: '男女',
    options: [
      { key: 'female', word: '女', only: { sex: 'female' } },
      { key: 'male', word: '男', only: { sex: 'male' } },
    ],
  },
];

export const onlyOf = (inForce: InForce): Only => askedBy(FIXED, inForce);

/** The grids of the place, where there are several: a grid worker has one alone. */
export function useGridFilter(unitId: string): readonly Filter[] {
  const { data } = useWhole('organisation.tree', { underUnitId: unitId, levels: ['grid'] }, 'units');
  const grids = (data ?? []).filter((unit) => unit.level === 'grid' && unit.unitId !== unitId);
  const options = grids.map(({ unitId: key, name: word }) => ({ key, word }));
  return options.length > 1 ? [{ key: 'unit', word: '哪个网格', options }] : [];
}

/** 浏河社区 · 第二网格 */
export function placeWords(place: string, filters: readonly Filter[], inForce: InForce): string {
  const grid = filters.find(({ key }) => key === 'unit')?.options.find(({ key }) => key === inForce.unit);
  return [place, grid?.word].filter(Boolean).join(' · ');
}

export const useFilters = (unitId: string): readonly Filter[] => [...useGridFilter(unitId), ...FIXED];
