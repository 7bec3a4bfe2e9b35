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

const Cap = z.int().min(1).max(366).nullable().default(null).describe('Times; null: no limit of this kind.');
export const Caps = z
  .strictObject({
    personDay: Cap,
    personMonth: Cap,
    personYear: Cap,
    householdDay: Cap,
    householdMonth: Cap,
    householdYear: Cap,
  })
  .describe(
    'How often an item may count, by the deed’s date in Asia/Shanghai: for one person, and for everybody of a household together.',
  );
export const LegalDuty = z.strictObject({
  isDuty: z.boolean().describe('Whether law asks for the deed anyway: then it earns nothing.'),
  reason: Sentence.describe('Why it is one, or is none.'),
});

export const Item = z.strictObject({
  itemId: Id,
  unitId: Id,
  version: z.int().describe('Of what is shown.'),
  state: z.enum(['draft', 'published', 'retired']),
  name: z.string(),
  category: z.string(),
  points: Points,
  countedPer: z.string().describe('The unit that it is counted in: 次, 人次, 小时.'),
  evidence: z.string().describe('What shows that it was done; may be empty.'),
  holderKind: HolderKind.describe('For whom it counts.'),
  caps: Caps,
  guidelineItemId: Id.nullable().describe(
    'The guideline item within whose range the points stand; null under a programme.',
  ),
  programmeId: Id.nullable().describe('The programme under which it stands outside the guideline; null else.'),
  programmeName: z.string().nullable(),
  policyDocumentId: Id.nullable(),
  policyDocumentNumber: z.string().nullable().describe('文号.'),
  legalDuty: LegalDuty.extend({ reason: z.string() }).nullable().describe('null: not answered yet.'),
  hasDraft: z.boolean().describe('A newer version is drafted and not published yet.'),
});

export const items = defineAction({
  name: 'catalogue.items',
  summary:
    'Items of a community. Anyone sees the published ones; its staff and supervisors also drafts and retired ones.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a unit within one: its community is meant.'),
    state: z
      .enum(['draft', 'published', 'retired'])
      .default('published')
      .describe('draft: what is drafted and not published, also of published items.'),
    query: z.string().trim().max(30).optional().describe('Part of a name or category.'),
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    items: z.array(Item).describe('By category, in the order of pinyin.'),
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
    itemId: Id.optional().describe(
      'The item that gets a new version; left out: a new item, which needs name, category, points and countedPer.',
    ),
    unitId: Id,
    name: Title.optional(),
    category: Title.optional(),
    points: Points.optional(),
    countedPer: visibleText(10).optional().describe('The unit that it is counted in: 次, 人次, 小时.'),
    evidence: optionalLines(200).optional().describe('What shows that it was done.'),
    holderKind: HolderKind.optional().describe('For whom it counts; residents when never said.'),
    caps: Caps.optional(),
    guidelineItemId: Id.nullable().optional().describe('Or a programme, not both; null takes it away.'),
    programmeId: Id.nullable().optional().describe('Or a guideline item, not both; null takes it away.'),
    policyDocumentId: Id.nullable().optional(),
    legalDuty: LegalDuty.optional(),
  }),
  output: z.strictObject({ itemId: Id, version: z.int().describe('Of the draft.') }),
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
  output: z.strictObject({ completed: z.int().describe('How many drafts were completed.') }),
  refusals: ['UNIT_NOT_FOUND', 'ITEM_NOT_FOUND', 'GUIDELINE_NOT_FOUND', 'PROGRAMME_NOT_FOUND', 'DOCUMENT_NOT_FOUND'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

/** One thing that stands against publishing (product.md §2): what the rule is, and what to do about it. */
export const LintFinding = z.strictObject({
  rule: z
    .enum([
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
    ])
    .describe(
      [
        'valueAtLeastOne: less than one point',
        'basisNeeded: no policy document',
        'legalDutyAnswer: legalDuty has no answer',
        'legalDuty: law asks for it anyway (detail.reason)',
        'twinDeducts: its words deduct points (detail.text)',
        'nearDuplicate: an item of nearly this name is there (detail.itemId, name)',
        'capsNeeded: no limit at all in caps',
        'tooManyItems: so many are published (detail.inForce, max)',
        'outsideRange: outside the guideline’s range (detail.guideline, points, pointsMin, pointsMax)',
        'notWithinGuideline: neither a guideline item that holds here nor a programme of the community',
        'nameTooVague: under three characters or a name like 其他 (detail.name)',
      ].join('; '),
    ),
  detail: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe("Another item's name, the range, the limit: what a sentence needs."),
});

export const publishItem = defineAction({
  name: 'catalogue.publishItem',
  summary: 'Publishes drafts that pass the lint; the others are answered one by one with what stands against them.',
  input: z.strictObject({ unitId: Id, itemIds: z.array(Id).min(1).max(100) }),
  output: z.strictObject({
    published: z
      .array(z.strictObject({ itemId: Id, version: z.int() }))
      .describe('Published now, or before this call.'),
    refused: z.array(
      z.strictObject({
        itemId: Id,
        name: z.string(),
        findings: z.array(LintFinding).describe('Everything that stands against it, at once.'),
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
  input: z.strictObject({ itemId: Id, because: Sentence.describe('Kept with the item.') }),
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
        row: z.int().describe('As Excel shows it.'),
        name: z.string(),
        category: z.string(),
        points: Points,
        countedPer: z.string().describe('The unit that it is counted in.'),
        isNew: z.boolean().describe('false: there was such a draft already.'),
      }),
    ),
    refused: z.array(
      z.strictObject({
        row: z.int().describe('As Excel shows it.'),
        text: z.string().describe('What the row says.'),
        points: z.int().nullable(),
        rule: z
          .enum(['rule1OnlyAdded', 'rule4NoDeduction', 'notUnderstood'])
          .describe('Rule 1: only added, never reset. Rule 4: no negative item, no deducting twin.'),
      }),
    ),
  }),
  refusals: ['UNIT_NOT_FOUND', 'FILE_NOT_EXCEL', 'FILE_TOO_LARGE', 'FILE_EMPTY', 'FILE_WITHOUT_HEADER'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

/** Staff roles that may read drafts. */
export const DRAFT_READERS = [...STAFF, ...SUPERVISORS] as const;
