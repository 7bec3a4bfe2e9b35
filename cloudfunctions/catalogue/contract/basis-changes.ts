import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Millis, Sentence } from '../../kit/fields';
import { BASES, BASIS_CHANGES, BASIS_FIELDS } from '../../values/basis';
import { APPOINTERS, OFFICE, SUPERVISORS } from '../../values/roles';
import { DocumentFields, GuidelineFields, ProgrammeFields } from './basis';

/** Of one notice, guideline item or programme, the newest are told. */
export const BASIS_CHANGES_TOLD = 20;

const changeOf = <T extends z.ZodRawShape>(fields: T) =>
  z
    .discriminatedUnion('what', [
      z.strictObject({ what: z.literal('corrected'), ...fields }),
      z.strictObject({ what: z.literal('ended') }),
    ])
    .describe('corrected: all of it as it should read. ended: what rests on it stays, nothing new does.');
const Because = { because: Sentence.describe('Why.') };

export const basisChanges = defineAction({
  name: 'catalogue.basisChanges',
  summary: 'What was put right about a notice, a guideline item or a brand programme, by whom and why.',
  input: z.strictObject({
    of: z
      .enum(BASES)
      .describe('document: a notice. guideline: an item of the guideline. programme: a brand programme.'),
    id: Id,
  }),
  output: z.strictObject({
    mayChange: z.boolean().describe('Whether the caller may put it right, or end it.'),
    changes: z
      .array(
        z.strictObject({
          what: z.enum(BASIS_CHANGES).describe('corrected: put right. ended: nothing new rests on it since.'),
          before: z
            .array(
              z.strictObject({
                field: z
                  .enum(Object.values(BASIS_FIELDS).flat())
                  .describe('What was put right; policyDocument: on which notice it rests, by 文号.'),
                value: z.string().describe('What stood in it.'),
              }),
            )
            .max(BASIS_FIELDS.guideline.length)
            .describe('What stood until then, of each field that was put right.'),
          because: z.string().describe('Why.'),
          byName: z.string(),
          atMs: Millis,
        }),
      )
      .max(BASIS_CHANGES_TOLD)
      .describe('The oldest first; of many the newest.'),
  }),
  refusals: ['DOCUMENT_NOT_FOUND', 'GUIDELINE_NOT_FOUND', 'PROGRAMME_NOT_FOUND'],
  allow: [role(...OFFICE, ...SUPERVISORS)],
  effect: 'read',
});

export const changePolicyDocument = defineAction({
  name: 'catalogue.changePolicyDocument',
  summary: 'The unit that registered a notice puts it right, or says that it holds no longer.',
  input: z.strictObject({ policyDocumentId: Id, change: changeOf(DocumentFields), ...Because }),
  output: z.strictObject({ policyDocumentId: Id }),
  refusals: ['DOCUMENT_NOT_FOUND', 'DOCUMENT_EXISTS', 'BASIS_ENDED'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const changeGuideline = defineAction({
  name: 'catalogue.changeGuideline',
  summary:
    'The city or district that set a guideline item puts it right, or ends it. Items that are published stay as they are; their next version is held to it.',
  input: z.strictObject({ guidelineItemId: Id, change: changeOf(GuidelineFields), ...Because }),
  output: z.strictObject({ guidelineItemId: Id }),
  refusals: ['GUIDELINE_NOT_FOUND', 'GUIDELINE_EXISTS', 'DOCUMENT_NOT_FOUND', 'RANGE_REVERSED', 'BASIS_ENDED'],
  allow: [role(...SUPERVISORS)],
  effect: 'write',
});

export const changeProgramme = defineAction({
  name: 'catalogue.changeProgramme',
  summary: 'The community puts a brand programme right, or ends it. Items under it stay.',
  input: z.strictObject({ programmeId: Id, change: changeOf(ProgrammeFields), ...Because }),
  output: z.strictObject({ programmeId: Id }),
  refusals: ['PROGRAMME_NOT_FOUND', 'PROGRAMME_EXISTS', 'BASIS_ENDED'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
