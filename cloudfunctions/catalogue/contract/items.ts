import * as z from 'zod';
import { anyone, defineAction, role, STAFF, SUPERVISORS } from '../../kit/action';
import {
  Cursor,
  FileBase64,
  FileName,
  HolderKind,
  Id,
  Limit,
  optionalLines,
  Points,
  Sentence,
  Title,
  visibleText,
} from '../../kit/fields';

const Cap = z.int().min(1).max(366).nullable().default(null);
/** How often an item may count, in times, by the deed's date in Asia/Shanghai; null: no limit of that kind. */
export const Caps = z.strictObject({
  personDay: Cap,
  personMonth: Cap,
  personYear: Cap,
  householdDay: Cap,
  householdMonth: Cap,
  householdYear: Cap,
});
export const LegalDuty = z.strictObject({
  isDuty: z.boolean(),
  reason: Sentence,
});

export const Item = z.strictObject({
  itemId: Id,
  unitId: Id,
  version: z.int(),
  state: z.enum(['draft', 'published', 'retired']),
  name: z.string(),
  category: z.string(),
  points: Points,
  countedPer: z.string(),
  evidence: z.string(),
  holderKind: HolderKind,
  caps: Caps,
  guidelineItemId: Id.nullable(),
  programmeId: Id.nullable(),
  programmeName: z.string().nullable(),
  policyDocumentId: Id.nullable(),
  policyDocumentNumber: z.string().nullable(),
  legalDuty: LegalDuty.extend({ reason: z.string() }).nullable(),
  /** A newer version is drafted and not published yet. */
  hasDraft: z.boolean(),
});

export const items = defineAction({
  name: 'catalogue.items',
  summary:
    'Items of a community. Anyone sees the published ones; its staff and supervisors also drafts and retired ones.',
  input: z.strictObject({
    unitId: Id,
    state: z.enum(['draft', 'published', 'retired']).default('published'),
    query: z.string().trim().max(30).optional(),
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    items: z.array(Item),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'NOT_SIGNED_IN', 'NOT_ALLOWED'],
  allow: [anyone()],
  effect: 'read',
});

export const draftItem = defineAction({
  name: 'catalogue.draftItem',
  summary:
    'Drafts an item, or a new version of one. What is left out stays as it was; nothing counts before it is published.',
  input: z.strictObject({
    itemId: Id.optional(),
    unitId: Id,
    name: Title.optional(),
    category: Title.optional(),
    points: Points.optional(),
    countedPer: visibleText(10).optional(),
    evidence: optionalLines(200).optional(),
    holderKind: HolderKind.optional(),
    caps: Caps.optional(),
    guidelineItemId: Id.nullable().optional(),
    programmeId: Id.nullable().optional(),
    policyDocumentId: Id.nullable().optional(),
    legalDuty: LegalDuty.optional(),
  }),
  output: z.strictObject({ itemId: Id, version: z.int() }),
  refusals: [
    'UNIT_NOT_FOUND',
    'ITEM_NOT_FOUND',
    'ITEM_EXISTS',
    'ITEM_RETIRED',
    'ITEM_INCOMPLETE',
    'GUIDELINE_NOT_FOUND',
    'PROGRAMME_NOT_FOUND',
    'DOCUMENT_NOT_FOUND',
  ],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

export const completeDrafts = defineAction({
  name: 'catalogue.completeDrafts',
  summary: 'Gives many drafts at once what publishing needs: basis, caps, the legal-duty answer.',
  input: z.strictObject({
    unitId: Id,
    itemIds: z.array(Id).min(1).max(100),
    policyDocumentId: Id.optional(),
    guidelineItemId: Id.optional(),
    programmeId: Id.optional(),
    caps: Caps.optional(),
    legalDuty: LegalDuty.optional(),
  }),
  output: z.strictObject({ completed: z.int() }),
  refusals: ['UNIT_NOT_FOUND', 'ITEM_NOT_FOUND', 'GUIDELINE_NOT_FOUND', 'PROGRAMME_NOT_FOUND', 'DOCUMENT_NOT_FOUND'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

/** One thing that stands against publishing (product.md §2): what the rule is, and what to do about it. */
export const LintFinding = z.strictObject({
  rule: z.enum([
    'valueAtLeastOne',
    'basisNeeded',
    'legalDutyAnswer',
    'legalDuty',
    'twinDeducts',
    'nearDuplicate',
    'capsNeeded',
    'tooManyItems',
    'outsideRange',
    'notWithinGuideline',
    'nameTooVague',
  ]),
  /** Another item's name, the range, the limit: what a sentence needs. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const publishItem = defineAction({
  name: 'catalogue.publishItem',
  summary: 'Publishes drafts that pass the lint; the others are answered one by one with what stands against them.',
  input: z.strictObject({ unitId: Id, itemIds: z.array(Id).min(1).max(100) }),
  output: z.strictObject({
    published: z.array(z.strictObject({ itemId: Id, version: z.int() })),
    refused: z.array(
      z.strictObject({
        itemId: Id,
        name: z.string(),
        findings: z.array(LintFinding),
      }),
    ),
  }),
  refusals: ['UNIT_NOT_FOUND', 'ITEM_NOT_FOUND'],
  allow: [role('communityAdmin')],
  effect: 'write',
});

export const retireItem = defineAction({
  name: 'catalogue.retireItem',
  summary: 'Takes an item out of use. Points made under it stay.',
  input: z.strictObject({ itemId: Id, because: Sentence }),
  output: z.strictObject({ itemId: Id }),
  refusals: ['ITEM_NOT_FOUND', 'ITEM_RETIRED'],
  allow: [role('communityAdmin')],
  effect: 'write',
});

export const importSheet = defineAction({
  name: 'catalogue.importSheet',
  summary:
    'Reads a committee’s rule sheet: earning rows become drafts, deducting rows and notes against the five rules are refused one by one. Again: nothing is doubled.',
  input: z.strictObject({
    unitId: Id,
    fileName: FileName,
    fileBase64: FileBase64,
  }),
  output: z.strictObject({
    drafts: z.array(
      z.strictObject({
        itemId: Id,
        row: z.int(),
        name: z.string(),
        category: z.string(),
        points: Points,
        countedPer: z.string(),
        isNew: z.boolean(),
      }),
    ),
    refused: z.array(
      z.strictObject({
        row: z.int(),
        text: z.string(),
        points: z.int().nullable(),
        /** Rule 1: only added, never reset. Rule 4: no negative item, no deducting twin. */
        rule: z.enum(['rule1OnlyAdded', 'rule4NoDeduction', 'notUnderstood']),
      }),
    ),
  }),
  refusals: ['UNIT_NOT_FOUND', 'FILE_NOT_EXCEL', 'FILE_TOO_LARGE', 'FILE_EMPTY', 'FILE_WITHOUT_HEADER'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

/** Staff roles that may read drafts. */
export const DRAFT_READERS = [...STAFF, ...SUPERVISORS] as const;
