import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { HolderKind, Id, optionalLines, Points, Title, visibleText } from '../../kit/fields';
import { COUNTED_PER_MAX, SENTENCE_MAX } from '../../values/limits';
import { OFFICE } from '../../values/roles';
import { Caps, Ceilings, Condition, Grades, LegalDuty, PerHalfHours } from './fields';

export const draftItem = defineAction({
  name: 'catalogue.draftItem',
  summary:
    'Drafts an item, or a new version of one. What is left out stays as it was; nothing counts before it is published.',
  input: z.strictObject({
    itemId: Id.optional().describe(
      'The item that gets a new version; left out: a new item, which needs name, category, countedPer, and points or grades.',
    ),
    unitId: Id,
    name: Title.optional(),
    category: Title.optional(),
    points: Points.optional().describe('With grades it is the least of them, whatever is sent.'),
    grades: Grades.optional(),
    perHalfHours: PerHalfHours.optional(),
    condition: Condition.optional(),
    countedPer: visibleText(COUNTED_PER_MAX).optional().describe('The unit that it is counted in: 次, 人次, 小时.'),
    evidence: optionalLines(SENTENCE_MAX).optional().describe('What shows that it was done.'),
    holderKind: HolderKind.optional().describe('For whom it counts; residents when never said.'),
    caps: Caps.optional(),
    ceilings: Ceilings.optional(),
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
  allow: [role(...OFFICE)],
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
    ceilings: Ceilings.optional(),
    legalDuty: LegalDuty.optional(),
  }),
  output: z.strictObject({ completed: z.int().describe('How many drafts were completed.') }),
  refusals: ['UNIT_NOT_FOUND', 'ITEM_NOT_FOUND', 'GUIDELINE_NOT_FOUND', 'PROGRAMME_NOT_FOUND', 'DOCUMENT_NOT_FOUND'],
  allow: [role(...OFFICE)],
  effect: 'write',
});
