import { type WriteName, write } from '.';
import { type Asking, useAsking } from './use-asking';

export const useWrite = <Name extends WriteName>(name: Name): Asking<Name> => useAsking<Name>(write, name);
