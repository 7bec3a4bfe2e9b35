import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, Limit, Sort } from '../../kit/fields';
import { PEOPLE_SORTS } from '../../values/people';
import { STAFF, SUPERVISORS } from '../../values/roles';
import { FoundPerson, isAskedOneWay, ONE_WAY, ONE_WAY_SAID, ONLY_SAID, peopleAsked, peopleOnly } from './people';

export const find = defineAction({
  name: 'household.find',
  summary:
    'Residents of a community for its staff: by name, name tail, phone or its last four digits, household number, household card or personal code; or the whole list, sorted and sifted as a whole. Supervisors find only who shows them a card or code, with the name masked and no address.',
  input: z
    .strictObject({
      ...peopleAsked,
      sort: Sort(PEOPLE_SORTS).default({ by: 'name', falling: false }),
      only: z.strictObject(peopleOnly).default({}).describe(ONLY_SAID),
      cursor: Cursor.optional(),
      limit: Limit.default(30),
    })
    .refine(isAskedOneWay, ONE_WAY)
    .describe(ONE_WAY_SAID),
  output: z.strictObject({
    people: z.array(FoundPerson),
    count: CountOfAll,
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'CARD_NOT_FOUND', 'CARD_REVOKED', 'CODE_EXPIRED'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});
