import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, Id, Limit, optionalLines, Phone, Sentence, Title, UnitName } from '../../kit/fields';
import { HOURS_MAX } from '../../values/limits';
import { OFFICE, PROVIDER_KEEPERS } from '../../values/roles';

export const ProviderKind = z.enum(['health', 'books', 'fitness', 'afterSchool', 'agriculture', 'incubation', 'shop']);

const Provider = z.strictObject({
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
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(100) }),
  output: z.strictObject({
    providers: z.array(Provider).describe('The nearest first.'),
    nextCursor: Cursor.nullable(),
  }),
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
    hours: optionalLines(HOURS_MAX).default('').describe('Opening hours in words.'),
    phone: Phone.optional(),
  }),
  output: z.strictObject({ providerId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'PROVIDER_EXISTS'],
  allow: [role(...PROVIDER_KEEPERS)],
  effect: 'write',
});

const Society = z.strictObject({
  societyId: Id,
  unitId: Id,
  name: z.string(),
  stage: z.enum(['budding', 'growing', 'mature']).describe('How far it has come.'),
  leaderId: Id.nullable().describe('A resident; null while nobody leads it.'),
});

export const societies = defineAction({
  name: 'organisation.societies',
  summary: "A community's social organisations.",
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(100) }),
  output: z.strictObject({ societies: z.array(Society), nextCursor: Cursor.nullable() }),
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
  allow: [role(...OFFICE)],
  effect: 'write',
});
