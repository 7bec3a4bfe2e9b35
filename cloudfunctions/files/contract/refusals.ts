import { type DetailsOf, declare } from '../../kit/refusal';
import { whole } from '../../kit/refusal-fields';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  FILE_NOT_FOUND: declare(
    'The caller has no such file: never begun, begun by somebody else, or forgotten after its day. Upload it again.',
  ),
  FILE_INCOMPLETE: declare('Parts of the file have not come yet: files.beginUpload says which.', {
    missing: whole('How many.'),
  }),
  FILE_PART_WRONG: declare('The file has no such part, or the part has another length.', {
    bytes: whole('How many bytes that part has; 0 where there is none.'),
  }),
  UPLOADS_FULL: declare('Too many uploaded files wait to be used, of all people together. Try again in some hours.'),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
