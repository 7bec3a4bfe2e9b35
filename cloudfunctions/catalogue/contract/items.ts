import * as z from 'zod';
import { anyone, defineAction } from '../../kit/action';
import { CountOfAll, Cursor, HolderKind, Id, Limit, Millis, Points, Sort } from '../../kit/fields';
import { QUERY_MAX } from '../../values/limits';
import { Caps, Ceilings, Condition, Grades, LegalDuty, PerHalfHours } from './fields';

export const Item = z.strictObject({
  itemId: Id,
  unitId: Id,
  version: z.int().describe('Of what is shown.'),
  state: z.enum(['draft', 'published', 'retired']),
  name: z.string(),
  category: z.string(),
  points: Points.describe('With grades the least of them.'),
  grades: Grades,
  perHalfHours: PerHalfHours,
  condition: Condition,
  countedPer: z.string().describe('The unit that it is counted in: 次, 人次, 小时.'),
  evidence: z.string().describe('What shows that it was done; may be empty.'),
  holderKind: HolderKind.describe('For whom it counts.'),
  caps: Caps,
  ceilings: Ceilings,
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

const Drafted = z
  .strictObject({
    byName: z.string(),
    atMs: Millis,
    isOwn: z.boolean().describe('The caller drafted it, so another person publishes it.'),
  })
  .exactOptional()
  .describe('In the list of drafts: who changed it last, and when.');

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
    query: z.string().trim().max(QUERY_MAX).optional().describe('Part of a name or category.'),
    sort: Sort(['category', 'name', 'points']).default({ by: 'category', falling: false }),
    only: z
      .strictObject({
        holderKind: HolderKind.optional(),
        pointsFrom: Points.optional(),
        pointsTo: Points.optional(),
        limited: z.boolean().optional().describe('Whether anything limits how often, or how many points.'),
        basis: z.boolean().optional().describe('Whether it names the document that it rests on.'),
      })
      .default({})
      .describe('Those alone.'),
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    items: z
      .array(Item.extend({ drafted: Drafted }))
      .describe('Words in the order of pinyin; those that agree as their sheet has them.'),
    count: CountOfAll,
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'NOT_SIGNED_IN', 'NOT_ALLOWED'],
  allow: [anyone()],
  effect: 'read',
});
