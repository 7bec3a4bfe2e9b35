import { DAY_MS } from '../../cloudfunctions/values/dates';
import { type Kept, keptFor } from '../device/kept';

/** An application to join, before anything is filled in. */
export const EMPTY = { communityId: '', name: '', phone: '', address: '', bornOn: '', agreed: false };

/** It says where somebody lives: whoever has not sent it within a day writes it again. */
const KEPT_MS = DAY_MS;

/** Kept on this device alone until it is sent, so that it is safe to close and resume; the consent is asked for anew. */
export const joinDraftOf = (by: string): Kept<typeof EMPTY> =>
  keptFor(by, 'join-draft', {
    forMs: KEPT_MS,
    parse: (draft) => (typeof draft === 'object' ? { ...EMPTY, ...draft, agreed: false } : undefined),
  });
