import * as z from 'zod';
import { anyone, defineAction, ROLES, resident, role, STAFF } from '../kit/action';
import { DateText, Id, optionalLines, Phone, Sentence, Title, UnitName, UnitPhone } from '../kit/fields';

export const UnitLevel = z.enum(['city', 'district', 'street', 'community', 'grid', 'group']);
export const Setting = z.enum(['urban', 'rural']);
export const Unit = z.strictObject({
  unitId: Id,
  parentId: Id.nullable(),
  level: UnitLevel,
  code: z.string().describe('Of the whole tree, once.'),
  name: z.string(),
  setting: Setting.nullable().describe('Of a community; null for other units.'),
  stage: z
    .enum(['preparing', 'trial', 'running'])
    .nullable()
    .describe('Of a community: how far it is with the scheme; null for other units.'),
  tags: z.array(z.string()),
  startedOn: DateText.nullable(),
  phone: z.string().nullable().describe('Of its office.'),
  isDemo: z.boolean(),
});

export const tree = defineAction({
  name: 'organisation.tree',
  summary: 'The tree of units, in code order; below one unit, or all of it.',
  input: z.strictObject({
    underUnitId: Id.optional().describe('The unit itself is told too.'),
    levels: z.array(UnitLevel).max(6).optional().describe('Only these.'),
  }),
  output: z.strictObject({
    units: z
      .array(Unit)
      .describe('By code, as text: a unit may come before its parent, so gather them by parentId first.'),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [anyone()],
  effect: 'read',
});

export const createUnit = defineAction({
  name: 'organisation.createUnit',
  summary: 'Adds a unit below another, one level down. By a supervisor, or below a community by its admin.',
  input: z.strictObject({
    parentId: Id,
    name: UnitName,
    code: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,30}$/)
      .describe('Unique in the whole tree.'),
    setting: Setting.optional().describe('Needed for a community, and for no other.'),
    phone: UnitPhone.optional(),
  }),
  output: z.strictObject({ unitId: Id, level: UnitLevel }),
  refusals: ['UNIT_NOT_FOUND', 'UNIT_EXISTS', 'UNIT_IS_LOWEST', 'SETTING_NEEDED'],
  allow: [role('communityAdmin', 'districtSupervisor', 'citySupervisor')],
  effect: 'write',
});

export const GrantedRole = z.strictObject({
  roleId: Id,
  residentId: Id,
  role: z.enum(ROLES),
  unitId: Id,
  unitName: z.string(),
  providerId: Id.nullable().describe('Of a providerClerk.'),
  societyId: Id.nullable().describe('Of a societyLeader.'),
  validFrom: DateText,
  validUntil: DateText.nullable().describe('The last day on which it holds; null: until it is ended.'),
});

export const roles = defineAction({
  name: 'organisation.roles',
  summary: 'Who holds which role in a unit and below it, today or from a later day on.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({ roles: z.array(GrantedRole) }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, 'districtSupervisor', 'citySupervisor')],
  effect: 'read',
});

export const grantRole = defineAction({
  name: 'organisation.grantRole',
  summary: 'Gives a resident a role in a unit, with dates. Only by the level above; nobody grants to themself.',
  input: z.strictObject({
    residentId: Id,
    role: z.enum(ROLES),
    unitId: Id,
    providerId: Id.optional().describe('For a providerClerk, and for no other.'),
    societyId: Id.optional().describe('For a societyLeader, and for no other.'),
    validFrom: DateText.optional().describe('Today when left out.'),
    validUntil: DateText.optional().describe('The last day on which it holds; for good when left out.'),
  }),
  output: z.strictObject({ roleId: Id }),
  refusals: [
    'RESIDENT_NOT_FOUND',
    'UNIT_NOT_FOUND',
    'PROVIDER_NOT_FOUND',
    'SOCIETY_NOT_FOUND',
    'ROLE_NEEDS_OTHER_LEVEL',
    'ROLE_HELD_ALREADY',
    'DATES_REVERSED',
  ],
  allow: [role('communityAdmin', 'districtSupervisor', 'citySupervisor')],
  effect: 'write',
});

export const revokeRole = defineAction({
  name: 'organisation.revokeRole',
  summary: 'Ends a role at once. Whoever may grant it may revoke it.',
  input: z.strictObject({ roleId: Id }),
  output: z.strictObject({ roleId: Id }),
  refusals: ['ROLE_NOT_FOUND'],
  allow: [role('communityAdmin', 'districtSupervisor', 'citySupervisor')],
  effect: 'write',
});

export const ProviderKind = z.enum(['health', 'books', 'fitness', 'afterSchool', 'agriculture', 'incubation', 'shop']);
export const Provider = z.strictObject({
  providerId: Id,
  unitId: Id.describe('The community or district that it serves.'),
  kind: ProviderKind,
  name: z.string(),
  place: z.string(),
  hours: z.string().describe('Opening hours in words; may be empty.'),
  phone: z.string().nullable(),
});

export const providers = defineAction({
  name: 'organisation.providers',
  summary: 'Who honours vouchers in and above a unit.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({ providers: z.array(Provider) }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const createProvider = defineAction({
  name: 'organisation.createProvider',
  summary: 'Adds a provider to a community or district.',
  input: z.strictObject({
    unitId: Id.describe('A community or district.'),
    kind: ProviderKind,
    name: UnitName,
    place: Sentence,
    hours: optionalLines(60).default('').describe('Opening hours in words.'),
    phone: Phone.optional(),
  }),
  output: z.strictObject({ providerId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'PROVIDER_EXISTS'],
  allow: [role('communityAdmin', 'districtSupervisor')],
  effect: 'write',
});

export const Society = z.strictObject({
  societyId: Id,
  unitId: Id,
  name: z.string(),
  stage: z.enum(['budding', 'growing', 'mature']).describe('How far it has come.'),
  leaderId: Id.nullable().describe('A resident; null while nobody leads it.'),
});

export const societies = defineAction({
  name: 'organisation.societies',
  summary: "A community's social organisations.",
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({ societies: z.array(Society) }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const createSociety = defineAction({
  name: 'organisation.createSociety',
  summary: 'Registers a social organisation of a community.',
  input: z.strictObject({
    unitId: Id,
    name: Title,
    stage: z.enum(['budding', 'growing', 'mature']).default('budding').describe('How far it has come.'),
  }),
  output: z.strictObject({ societyId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'SOCIETY_EXISTS'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});
