import { type DetailsOf, declare } from '../../kit/refusal';
import { day, id, list, oneOf, whole, words } from '../../kit/refusal-fields';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  ITEM_NOT_FOUND: declare('There is no such item in this community.', {
    itemId: id('Which one of those sent.').exactOptional(),
  }),
  ITEM_NOT_PUBLISHED: declare('Only a published item earns points, and a retired one for deeds until its last day.', {
    state: oneOf(['draft', 'retired'], 'The state that it is in.'),
    retiredOn: day('The last day whose deeds it earns points for, where it is known.').exactOptional(),
  }),
  ITEM_BEGAN_LATER: declare('The item was not there on that day: nothing done before its first day counts.', {
    since: day('Its first day.'),
  }),
  ITEM_EXISTS: declare('The community has an item of this name.', { name: words('As it was sent.') }),
  ITEM_RETIRED: declare('The item has been taken out of use.'),
  ITEM_INCOMPLETE: declare('A first draft needs more fields.', { missing: list('Their names.') }),
  ANSWER_NOT_POSSIBLE: declare('No line of the sheet asks what was answered there; nothing was taken in.', {
    sheet: whole('Of its sheets, from 0.'),
    cell: words('As Excel names it.'),
  }),
  GUIDELINE_NOT_FOUND: declare('There is no such guideline item in or above the unit.'),
  GUIDELINE_EXISTS: declare('The unit has a guideline item of this name.', { name: words('As it was sent.') }),
  RANGE_REVERSED: declare('The least points are more than the most.', {
    pointsMin: whole('As it was sent.'),
    pointsMax: whole('As it was sent.'),
  }),
  PROGRAMME_NOT_FOUND: declare('The community has no such programme.'),
  PROGRAMME_EXISTS: declare('The community has a programme of this name.', { name: words('As it was sent.') }),
  BASIS_ENDED: declare('It has ended, and is not changed any more.'),
  DOCUMENT_NOT_FOUND: declare('There is no such policy document in or above the unit.'),
  DOCUMENT_EXISTS: declare('The unit has a document of this number.', { number: words('As it was sent.') }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
