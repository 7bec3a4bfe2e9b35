import { ADULT_AT } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { useWhole } from '../../api/use-whole';
import { askedBy, type Filter, type InForce } from '../../components/filters/in-force';

type Only = NonNullable<RequestFor<'household.find'>['only']>;

/** What the list is sifted by; each of them at once with the others. */
const AGES: Readonly<Record<string, Only>> = {
  old: { ageFrom: 60 },
  older: { ageFrom: 80 },
  young: { ageTo: ADULT_AT - 1 },
  child: { ageTo: 5 },
};
const REACHES: Readonly<Record<string, Only>> = {
  bound: { reach: 'bound' },
  unbound: { reach: 'unbound' },
  assisted: { reach: 'assisted' },
};
const LENDING: Readonly<Record<string, Only>> = { lends: { lends: true }, own: { lends: false } };
const BIRTHS: Readonly<Record<string, Only>> = { noBirth: { birth: 'unknown' }, yearOnly: { birth: 'yearOnly' } };
const SEXES: Readonly<Record<string, Only>> = { female: { sex: 'female' }, male: { sex: 'male' } };
const SIEVES = { age: AGES, reach: REACHES, lends: LENDING, birth: BIRTHS, sex: SEXES };

const FIXED: readonly Filter[] = [
  {
    key: 'age',
    word: '多大年纪',
    options: [
      { key: 'old', word: '60 岁以上' },
      { key: 'older', word: '80 岁以上' },
      { key: 'young', word: `不满 ${ADULT_AT} 岁` },
      { key: 'child', word: '5 岁以下' },
    ],
  },
  {
    key: 'reach',
    word: '微信绑没绑',
    options: [
      { key: 'bound', word: '已绑定' },
      { key: 'unbound', word: '没绑定' },
      { key: 'assisted', word: '代办' },
    ],
  },
  {
    key: 'lends',
    word: '积分合不合用',
    options: [
      { key: 'lends', word: '合用' },
      { key: 'own', word: '各用各的' },
    ],
  },
  {
    key: 'birth',
    word: '生日登没登记',
    options: [
      { key: 'noBirth', word: '没登记生日' },
      { key: 'yearOnly', word: '生日只知道年份' },
    ],
  },
  {
    key: 'sex',
    word: '男女',
    options: [
      { key: 'female', word: '女' },
      { key: 'male', word: '男' },
    ],
  },
];

export const onlyOf = (inForce: InForce): Only => askedBy(SIEVES, inForce);

/** The grids of the place, where there are several: a grid worker has one alone. */
export function useGridFilter(unitId: string): readonly Filter[] {
  const { data } = useWhole('organisation.tree', { underUnitId: unitId, levels: ['grid'] }, 'units');
  const grids = (data ?? []).filter((unit) => unit.level === 'grid' && unit.unitId !== unitId);
  const options = grids.map(({ unitId: key, name: word }) => ({ key, word }));
  return options.length > 1 ? [{ key: 'unit', word: '哪个网格', options }] : [];
}

export const useFilters = (unitId: string): readonly Filter[] => [...useGridFilter(unitId), ...FIXED];
