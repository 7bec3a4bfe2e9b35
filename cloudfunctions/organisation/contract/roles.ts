import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit } from '../../kit/fields';
import { APPOINTERS, ROLES, STAFF, SUPERVISORS } from '../../values/roles';

const GrantedRole = z.strictObject({
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
  summary: 'Who holds which role in a unit and below it, today or from a later day on, page by page.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(100) }),
  output: z.strictObject({
    roles: z.array(GrantedRole).describe('Unit by unit, what stands below a unit after it.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
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
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const revokeRole = defineAction({
  name: 'organisation.revokeRole',
  summary: 'Ends a role at once. Whoever may grant it may revoke it.',
  input: z.strictObject({ roleId: Id }),
  output: z.strictObject({ roleId: Id }),
  refusals: ['ROLE_NOT_FOUND'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});
