import { statSync } from 'node:fs';
import { addFunction, functionsIn, scriptOf } from './built.mjs';

const MAX = 650 * 1024;
const kB = (bytes) => `${Math.round(bytes / 1024)} kB`;

/** A cold instance reads and compiles its whole bundle before it answers anybody. */
export const sizes = {
  name: 'sizes',
  check(folder) {
    const functions = functionsIn(folder).map((name) => ({ name, bytes: statSync(scriptOf(folder, name)).size }));
    const faults = functions
      .filter(({ bytes }) => bytes > MAX)
      .map(({ name, bytes }) => `${name} has ${kB(bytes)}, ${kB(MAX)} are allowed`);
    return { faults, said: `${functions.map(({ name, bytes }) => `${name} ${kB(bytes)}`).join(', ')} of ${kB(MAX)}` };
  },
  plants: [
    {
      what: 'a function that is too large',
      plant: (folder) => addFunction(folder, 'planted', `//${'a'.repeat(MAX)}`),
      caught: /^planted has 650 kB/,
    },
  ],
};
