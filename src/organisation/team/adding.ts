import { OFFICE, PROVIDER_KEEPERS, type Role } from '../../../cloudfunctions/values/roles';
import { type Level, levelBelow, PROVIDER_LEVELS, TO_COMMUNITY, UNIT_CODE } from '../../../cloudfunctions/values/units';
import type { RequestFor } from '../../api';
import { isMobile, isWritten, orEmpty, type Problems, unless } from '../../components/form/checks';
import type { Unit } from '../units/use-units';
import type { Position } from './positions';

export type Kind = 'unit' | 'society' | 'provider';
type ProviderKind = RequestFor<'organisation.createProvider'>['kind'];
type Stage = NonNullable<RequestFor<'organisation.createSociety'>['stage']>;

export const PROVIDER_KINDS: readonly { key: ProviderKind; word: string }[] = [
  { key: 'health', word: '看病体检' },
  { key: 'books', word: '买书看书' },
  { key: 'fitness', word: '健身' },
  { key: 'afterSchool', word: '校内托管' },
  { key: 'agriculture', word: '农业服务' },
  { key: 'incubation', word: '扶持社团' },
  { key: 'shop', word: '商店' },
];
export const STAGES: readonly { key: Stage; word: string }[] = [
  { key: 'budding', word: '刚起步' },
  { key: 'growing', word: '成长中' },
  { key: 'mature', word: '已成熟' },
];

const UNITS_OF: Readonly<Record<Position['role'], string>> = {
  communityAdmin: '网格、小组',
  districtSupervisor: '街道、社区',
  citySupervisor: '区、街道、社区',
};

/** What can be added under a post, as the contracts allow it. */
export function kindsOf({ role }: Position): { key: Kind; word: string }[] {
  const unit = { key: 'unit' as const, word: UNITS_OF[role] };
  const society = { key: 'society' as const, word: '社团' };
  const provider = { key: 'provider' as const, word: '服务商' };
  const isAmong = (roles: readonly Role[]) => roles.includes(role);
  return [unit, ...(isAmong(OFFICE) ? [society] : []), ...(isAmong(PROVIDER_KEEPERS) ? [provider] : [])];
}

const ABOVE_COMMUNITY: readonly Level[] = TO_COMMUNITY.slice(0, -1);
/** Below or in which unit it may stand. Grids and groups are the community's own business. */
export function parentsFor(kind: Kind, { role }: Position, units: readonly Unit[]): Unit[] {
  if (kind === 'provider') return units.filter(({ level }) => PROVIDER_LEVELS.includes(level));
  if (kind === 'society') return units.filter(({ level }) => level === 'community');
  if (role === 'communityAdmin') return units.filter(({ level }) => levelBelow(level));
  return units.filter(({ level }) => ABOVE_COMMUNITY.includes(level));
}

/** What is being added, as it is typed; each kind looks at its own fields. */
export interface Adding {
  readonly kind: Kind;
  readonly parentId?: string | undefined;
  readonly name: string;
  readonly code: string;
  readonly phone: string;
  readonly setting?: 'urban' | 'rural';
  readonly stage: Stage;
  readonly providerKind?: ProviderKind;
  readonly place: string;
  readonly hours: string;
}
export const nothingYet = (kind: Kind): Adding => ({
  ...{ kind, name: '', code: '', phone: '', stage: 'budding', place: '', hours: '' },
});

/** Why it cannot be added yet. `below` is the level that it will have. */
export function problemsIn(adding: Adding, below: Level | undefined): Problems<Adding> {
  const { kind, parentId, name, setting, code, providerKind, place, phone } = adding;
  return {
    parentId: unless(parentId !== undefined, '先选它在哪里'),
    name: unless(isWritten(name), '先写名称'),
    ...(kind === 'unit' && {
      setting: unless(below !== 'community' || setting !== undefined, '再选城镇还是农村'),
      code: unless(UNIT_CODE.test(code), '代码只用数字、字母和短横'),
    }),
    ...(kind === 'provider' && {
      providerKind: unless(providerKind !== undefined, '再选他做什么'),
      place: unless(isWritten(place), '再写在什么地方'),
      phone: unless(orEmpty(phone, isMobile), '手机号是十一位数字，没有就空着'),
    }),
  };
}

export function toUnit({ parentId, name, code, phone, setting }: Adding): RequestFor<'organisation.createUnit'> {
  return {
    ...{ parentId: parentId ?? '', name: name.trim(), code },
    ...(setting && { setting }),
    ...(phone && { phone }),
  };
}
export function toSociety({ parentId, name, stage }: Adding): RequestFor<'organisation.createSociety'> {
  return { unitId: parentId ?? '', name: name.trim(), stage };
}
export function toProvider(adding: Adding): RequestFor<'organisation.createProvider'> | undefined {
  const { parentId, providerKind, name, place, hours, phone } = adding;
  if (!parentId || !providerKind) return undefined;
  return {
    ...{ unitId: parentId, kind: providerKind, name: name.trim(), place: place.trim(), hours: hours.trim() },
    ...(phone && { phone }),
  };
}
