import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { listFiles, read } from './files.mjs';
import { remembering } from './remembering.mjs';

const treeOf = remembering((text) => parse(text, { ecmaVersion: 'latest' }));

/** Every script of the package with its tree; what acorn cannot read at all is a fault of the `syntax` gate. */
export function parseScripts(folder) {
  return listFiles(folder, '.js').flatMap((file) => {
    try {
      return [{ file, tree: treeOf(read(folder, file)) }];
    } catch {
      return [];
    }
  });
}

/**
 * The names that a script asks its surroundings for, and those it asks some object for: `fetch` and `window.fetch`, but no key of
 * an object literal. Minified, a script's own variables have other names.
 */
export const namesIn = remembering((tree) => {
  const names = new Set();
  simple(tree, {
    Identifier: ({ name }) => names.add(name),
    MemberExpression: ({ property, computed }) => {
      if (!computed) names.add(property.name);
      if (computed && typeof property.value === 'string') names.add(property.value);
    },
  });
  return names;
});
