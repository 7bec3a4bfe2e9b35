import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Sentence } from '../../kit/fields';
import { OFFICE, SUPERVISORS } from '../../values/roles';

/** One thing that stands against publishing: what the rule is, and what to do about it. */
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
      'ceilingBelowValue',
      'outsideRange',
      'notWithinGuideline',
      'nameTooVague',
      'secondPerson',
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
        'ceilingBelowValue: more than the ceiling of a span lets through (detail.points, ceiling)',
        'tooManyItems: so many are published (detail.inForce, max)',
        'outsideRange: outside the guideline’s range (detail.guideline, points, pointsMin, pointsMax)',
        'notWithinGuideline: neither a guideline item that holds here nor a programme of the community',
        'secondPerson: whoever drafted it does not publish it, and one of the two is the admin or of the level above; up to so many points the admin alone does (detail.pointsAlone)',
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
      .max(100)
      .describe('Published now, or before this call.'),
    refused: z
      .array(
        z.strictObject({
          itemId: Id,
          name: z.string(),
          findings: z.array(LintFinding).max(12).describe('Everything that stands against it, at once.'),
        }),
      )
      .max(100),
  }),
  refusals: ['UNIT_NOT_FOUND', 'ITEM_NOT_FOUND'],
  allow: [role(...OFFICE, ...SUPERVISORS)],
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
