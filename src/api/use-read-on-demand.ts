import { type ReadName, read } from '.';
import { type Asking, useAsking } from './use-asking';

/** A question that is asked when a person says so, and not again by itself when the page comes back. */
export const useReadOnDemand = <Name extends ReadName>(name: Name): Asking<Name> => useAsking<Name>(read, name);
