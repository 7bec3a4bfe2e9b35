import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit, optionalLines, Points, Sentence, Title, visibleText } from '../../kit/fields';
import { COUNTED_PER_MAX, SENTENCE_MAX } from '../../values/limits';
import { APPOINTERS, SUPERVISORS } from '../../values/roles';

const byPage = {
  ended: z.boolean().default(false).describe('Also what has ended: nothing new rests on it.'),
  cursor: Cursor.optional(),
  limit: Limit.default(100),
};
const IsEnded = { isEnded: z.boolean().describe('true: what rests on it stays, nothing new does.') };

const PolicyDocument = z.strictObject({
  policyDocumentId: Id,
  unitId: Id.describe('The unit that registered it; it holds for all units below.'),
  number: z.string().describe('文号.'),
  title: z.string(),
  issuer: z.string().describe('Who issued the notice.'),
  issuedOn: DateText,
  ...IsEnded,
});

export const policyDocuments = defineAction({
  name: 'catalogue.policyDocuments',
  summary: 'The notices (文号) on which items and rewards of a unit may rest: its own and those of the units above it.',
  input: z.strictObject({ unitId: Id, ...byPage }),
  output: z.strictObject({
    documents: z.array(PolicyDocument).describe('The newest first.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const DocumentFields = {
  number: visibleText(60).describe('文号, of which a unit has each once.'),
  title: Sentence,
  issuer: Sentence,
  issuedOn: DateText,
};

export const addPolicyDocument = defineAction({
  name: 'catalogue.addPolicyDocument',
  summary: 'Registers a notice.',
  input: z.strictObject({ unitId: Id, ...DocumentFields }),
  output: z.strictObject({ policyDocumentId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'DOCUMENT_EXISTS'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

const GuidelineItem = z.strictObject({
  guidelineItemId: Id,
  unitId: Id.describe('The city or district that set it; it holds for all units below.'),
  unitName: z.string(),
  policyDocumentId: Id,
  category: z.string(),
  name: z.string(),
  pointsMin: Points,
  pointsMax: Points,
  countedPer: z.string().describe('The unit that it is counted in: 次, 人次, 小时.'),
  evidence: z.string().describe('What shows that it was done; may be empty.'),
  ...IsEnded,
});

export const guidelines = defineAction({
  name: 'catalogue.guidelines',
  summary: 'The city’s and district’s guideline items with their ranges that a unit decides within.',
  input: z.strictObject({ unitId: Id, ...byPage }),
  output: z.strictObject({ guidelines: z.array(GuidelineItem), nextCursor: Cursor.nullable() }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const GuidelineFields = {
  policyDocumentId: Id,
  category: Title,
  name: Title,
  pointsMin: Points,
  pointsMax: Points.describe('Not below pointsMin.'),
  countedPer: visibleText(COUNTED_PER_MAX).describe('The unit that it is counted in: 次, 人次, 小时.'),
  evidence: optionalLines(SENTENCE_MAX).default('').describe('What shows that it was done.'),
};

export const addGuideline = defineAction({
  name: 'catalogue.addGuideline',
  summary: 'A city or district sets an item with a range of points.',
  input: z.strictObject({ unitId: Id.describe('A city or district.'), ...GuidelineFields }),
  output: z.strictObject({ guidelineItemId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'RANGE_REVERSED', 'GUIDELINE_EXISTS'],
  allow: [role(...SUPERVISORS)],
  effect: 'write',
});

const Programme = z.strictObject({
  programmeId: Id,
  unitId: Id,
  name: z.string(),
  aim: z.string().describe('What it is for.'),
  ...IsEnded,
});

export const programmes = defineAction({
  name: 'catalogue.programmes',
  summary: "A community's brand programmes (特色品牌).",
  input: z.strictObject({ unitId: Id, ...byPage }),
  output: z.strictObject({ programmes: z.array(Programme), nextCursor: Cursor.nullable() }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const ProgrammeFields = { name: Title, aim: Sentence };

export const addProgramme = defineAction({
  name: 'catalogue.addProgramme',
  summary: 'Opens a brand programme under which a community may have items outside the guideline.',
  input: z.strictObject({ unitId: Id, ...ProgrammeFields }),
  output: z.strictObject({ programmeId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'PROGRAMME_EXISTS'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
