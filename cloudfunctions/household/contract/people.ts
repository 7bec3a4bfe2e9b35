import * as z from 'zod';
import { defineAction, ROLES, resident, role, STAFF, signedIn } from '../../kit/action';
import { DateText, Id, Millis, PersonName, Phone, Sentence, Sex, visibleText } from '../../kit/fields';
import { RefusedBecause } from './applications';
import { ConsentGiven } from './consent';

export const Member = z.strictObject({
  residentId: Id,
  name: z.string(),
  relation: z.string().describe('To the head, in Chinese: 户主, 配偶, 子女.'),
  sex: Sex.nullable(),
  age: z.int().nullable().describe('In whole years today; null where no date of birth is known.'),
  isHead: z.boolean(),
  isAssisted: z.boolean().describe('Has no phone of their own: the head or a helper acts for them.'),
  isBound: z.boolean().describe('Somebody signs in as this person.'),
  namesShown: z.boolean().describe('Agreed to be named in full in public.'),
  agreedToPool: z.boolean().describe('This person lets the household redeem with their points.'),
  mayActFor: z
    .boolean()
    .describe('The caller may act for this person: as guardian, helper or head of an assisted member.'),
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
        age: z.int().nullable().describe('In whole years today.'),
        sex: Sex.nullable(),
        namesShown: z.boolean().describe('Agreed to be named in full in public.'),
      })
      .nullable()
      .describe('null for a newcomer who is bound to nobody yet.'),
    household: z
      .strictObject({
        householdId: Id,
        number: z.string().describe('As the community counts its households.'),
        address: z.string(),
        communityId: Id,
        communityName: z.string(),
        unitName: z.string().describe('The grid or group.'),
        headId: Id.nullable(),
        poolAgreed: z
          .boolean()
          .describe(
            'The head lets adults spend the household’s own account. Each person’s points are another matter: members[].agreedToPool.',
          ),
        members: z.array(Member),
        gridWorker: z
          .strictObject({
            name: z.string(),
            phone: z.string().nullable().describe('Of the grid or the community’s office.'),
          })
          .nullable(),
      })
      .nullable()
      .describe('null where the resident lives in no household of ours.'),
    roles: z.array(
      z.strictObject({
        roleId: Id,
        role: z.enum(ROLES),
        unitId: Id,
        unitName: z.string(),
        communityId: Id.nullable().describe('The community in which this role works, null above community level.'),
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
        refusedBecause: RefusedBecause.nullable().describe('Why it was turned down; null unless it was.'),
        createdAtMs: Millis,
      })
      .nullable()
      .describe('The newest one to be bound; null where there was none.'),
  }),
  refusals: [],
  allow: [signedIn()],
  effect: 'read',
});

export const get = defineAction({
  name: 'household.get',
  summary: 'One household with its members, for its own members and for the staff of its community.',
  input: z.strictObject({ householdId: Id }),
  output: z.strictObject({
    householdId: Id,
    number: z.string().describe('As the community counts its households.'),
    address: z.string(),
    phone: z.string().nullable().describe('Of the head.'),
    unitId: Id.describe('The grid or group.'),
    unitName: z.string(),
    communityId: Id,
    communityName: z.string(),
    headId: Id.nullable(),
    poolAgreed: z
      .boolean()
      .describe(
        'The head lets adults spend the household’s own account. Each person’s points are another matter: members[].agreedToPool.',
      ),
    card: z.strictObject({ version: z.int(), issuedAtMs: Millis }).nullable().describe('null where none is valid.'),
    members: z.array(Member),
  }),
  refusals: ['HOUSEHOLD_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const personalCode = defineAction({
  name: 'household.personalCode',
  summary: "The caller's own code for staff to scan, or an assisted member's; it holds for five minutes.",
  input: z.strictObject({
    residentId: Id.optional().describe('Somebody for whom the caller may act; the caller when left out.'),
  }),
  output: z.strictObject({ qr: z.string().describe('The text of the QR picture.'), expiresAtMs: Millis }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const agreeToPool = defineAction({
  name: 'household.agreeToPool',
  summary:
    "Lets the household redeem with this member's points, or ends that; as head also for the household's own account.",
  input: z.strictObject({
    residentId: Id.optional().describe(
      'Somebody for whom the caller may act; the caller when left out. Not looked at with household: true.',
    ),
    household: z.boolean().default(false).describe('true: the household’s own account is meant, and its head asks.'),
    agreed: z.boolean().describe('false ends it.'),
  }),
  output: z.strictObject({ agreed: z.boolean() }),
  refusals: ['RESIDENT_NOT_FOUND', 'ONLY_HEAD', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [resident()],
  effect: 'write',
});

export const showMyName = defineAction({
  name: 'household.showMyName',
  summary:
    'Agrees to be named in full in public, or ends that; for a child under 14 the guardian agrees. Until then names in public are masked.',
  input: z.strictObject({
    residentId: Id.optional().describe('Somebody for whom the caller may act; the caller when left out.'),
    shown: z.boolean().describe('false ends it.'),
  }),
  output: z.strictObject({ shown: z.boolean() }),
  refusals: ['RESIDENT_NOT_FOUND', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [resident()],
  effect: 'write',
});

export const addHousehold = defineAction({
  name: 'household.addHousehold',
  summary: 'Staff register a household by actual residence: newcomers, tenants, the floating population.',
  input: z.strictObject({
    unitId: Id.describe('The grid, group or community where it lives.'),
    number: visibleText(20)
      .optional()
      .describe('As the community counts its households; the next free one when left out.'),
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
    relation: visibleText(10).describe('To the head, in Chinese; 户主 only where there is none.'),
    sex: Sex.optional(),
    bornOn: DateText.optional(),
    phone: Phone.optional(),
    assisted: z.boolean().default(false).describe('Has no phone of their own.'),
    helperId: Id.optional().describe('An adult who acts for them.'),
    guardianConsent: ConsentGiven.optional().describe("Needed for a child under 14: the guardian's recorded consent."),
  }),
  output: z.strictObject({ residentId: Id }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'MEMBER_EXISTS', 'HELPER_NOT_FOUND', 'GUARDIAN_CONSENT_NEEDED', 'BORN_IN_FUTURE'],
  allow: [role(...STAFF)],
  effect: 'write',
});
