import * as z from 'zod';
import { defineAction, ROLES, resident, role, STAFF, SUPERVISORS, signedIn } from '../../kit/action';
import {
  ConsentGiven,
  Cursor,
  DateText,
  Id,
  Limit,
  Millis,
  PersonName,
  Phone,
  Sentence,
  Sex,
  visibleText,
} from '../../kit/fields';

export const Member = z.strictObject({
  residentId: Id,
  name: z.string(),
  relation: z.string(),
  sex: Sex.nullable(),
  age: z.int().nullable(),
  isHead: z.boolean(),
  isAssisted: z.boolean(),
  isBound: z.boolean(),
  agreedToPool: z.boolean(),
  /** The caller may act for this person: as guardian, helper or head of an assisted member. */
  mayActFor: z.boolean(),
});

export const me = defineAction({
  name: 'household.me',
  summary: 'Who is calling: the resident, the household, the roles that hold today, an application under way.',
  input: z.strictObject({}),
  output: z.strictObject({
    identityId: Id,
    isDemo: z.boolean(),
    resident: z
      .strictObject({
        residentId: Id,
        name: z.string(),
        age: z.int().nullable(),
        sex: Sex.nullable(),
        namesShown: z.boolean(),
      })
      .nullable(),
    household: z
      .strictObject({
        householdId: Id,
        number: z.string(),
        address: z.string(),
        communityId: Id,
        communityName: z.string(),
        unitName: z.string(),
        headId: Id.nullable(),
        poolAgreed: z.boolean(),
        members: z.array(Member),
        gridWorker: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
      })
      .nullable(),
    roles: z.array(
      z.strictObject({
        roleId: Id,
        role: z.enum(ROLES),
        unitId: Id,
        unitName: z.string(),
        /** The community in which this role works, null above community level. */
        communityId: Id.nullable(),
        providerId: Id.nullable(),
        providerName: z.string().nullable(),
        societyId: Id.nullable(),
        societyName: z.string().nullable(),
      }),
    ),
    application: z
      .strictObject({
        applicationId: Id,
        communityName: z.string(),
        state: z.enum(['waiting', 'approved', 'refused', 'withdrawn']),
        refusedBecause: z.string().nullable(),
        createdAtMs: Millis,
      })
      .nullable(),
  }),
  refusals: [],
  allow: [signedIn()],
  effect: 'read',
});

export const Person = z.strictObject({
  residentId: Id,
  name: z.string(),
  age: z.int().nullable(),
  sex: Sex.nullable(),
  householdId: Id,
  householdNumber: z.string(),
  address: z.string(),
  unitName: z.string(),
  relation: z.string(),
  isHead: z.boolean(),
  isAssisted: z.boolean(),
  isBound: z.boolean(),
});

export const find = defineAction({
  name: 'household.find',
  summary:
    'Residents of a community for its staff: by name, name tail, phone or its last four digits, household number, household card or personal code; or the whole list, by pinyin.',
  input: z.strictObject({
    unitId: Id,
    /** Name or part of it, phone, phone tail, household number. */
    query: z.string().trim().max(30).optional(),
    /** The text of a scanned card or personal code, or the number typed from a card. */
    scanned: z.string().trim().max(200).optional(),
    /** Residents whose ids staff hold already, such as those who come often: told in this order. */
    residentIds: z.array(Id).min(1).max(100).optional(),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({
    people: z.array(Person),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'CARD_NOT_FOUND', 'CARD_REVOKED', 'CODE_EXPIRED'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const get = defineAction({
  name: 'household.get',
  summary: 'One household with its members, for its own members and for the staff of its community.',
  input: z.strictObject({ householdId: Id }),
  output: z.strictObject({
    householdId: Id,
    number: z.string(),
    address: z.string(),
    phone: z.string().nullable(),
    unitId: Id,
    unitName: z.string(),
    communityId: Id,
    communityName: z.string(),
    headId: Id.nullable(),
    poolAgreed: z.boolean(),
    card: z.strictObject({ version: z.int(), issuedAtMs: Millis }).nullable(),
    members: z.array(Member),
  }),
  refusals: ['HOUSEHOLD_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const names = defineAction({
  name: 'household.names',
  summary: 'Names of residents whose ids staff already hold (role holders, arrivals); masked for supervisors.',
  input: z.strictObject({ residentIds: z.array(Id).min(1).max(100) }),
  output: z.strictObject({
    names: z.array(z.strictObject({ residentId: Id, name: z.string() })),
  }),
  refusals: [],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const personalCode = defineAction({
  name: 'household.personalCode',
  summary: "The caller's own code for staff to scan, or an assisted member's; it holds for five minutes.",
  input: z.strictObject({ residentId: Id.optional() }),
  output: z.strictObject({ qr: z.string(), expiresAtMs: Millis }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const agreeToPool = defineAction({
  name: 'household.agreeToPool',
  summary:
    "Lets the household redeem with this member's points, or ends that; as head also for the household's own account.",
  input: z.strictObject({
    residentId: Id.optional(),
    household: z.boolean().default(false),
    agreed: z.boolean(),
  }),
  output: z.strictObject({ agreed: z.boolean() }),
  refusals: ['RESIDENT_NOT_FOUND', 'ONLY_HEAD'],
  allow: [resident()],
  effect: 'write',
});

export const showMyName = defineAction({
  name: 'household.showMyName',
  summary: 'Agrees to be named in full in public, or ends that. Until then names in public are masked.',
  input: z.strictObject({ shown: z.boolean() }),
  output: z.strictObject({ shown: z.boolean() }),
  refusals: [],
  allow: [resident()],
  effect: 'write',
});

export const addHousehold = defineAction({
  name: 'household.addHousehold',
  summary: 'Staff register a household by actual residence: newcomers, tenants, the floating population.',
  input: z.strictObject({
    unitId: Id,
    number: visibleText(20).optional(),
    address: Sentence,
    head: z.strictObject({
      name: PersonName,
      sex: Sex.optional(),
      bornOn: DateText.optional(),
      phone: Phone.optional(),
    }),
  }),
  output: z.strictObject({ householdId: Id, number: z.string(), headId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'HOUSEHOLD_EXISTS', 'BORN_IN_FUTURE'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const addMember = defineAction({
  name: 'household.addMember',
  summary: 'Staff add a person to a household; an assisted one gets a helper.',
  input: z.strictObject({
    householdId: Id,
    name: PersonName,
    relation: visibleText(10),
    sex: Sex.optional(),
    bornOn: DateText.optional(),
    phone: Phone.optional(),
    assisted: z.boolean().default(false),
    helperId: Id.optional(),
    /** Needed for a child under 14: the guardian's recorded consent. */
    guardianConsent: ConsentGiven.optional(),
  }),
  output: z.strictObject({ residentId: Id }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'MEMBER_EXISTS', 'HELPER_NOT_FOUND', 'GUARDIAN_CONSENT_NEEDED', 'BORN_IN_FUTURE'],
  allow: [role(...STAFF)],
  effect: 'write',
});
