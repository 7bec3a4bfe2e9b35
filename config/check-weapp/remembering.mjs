/** A plant changes one file of a copy: what was found in the others is not looked for again. */
export function remembering(find) {
  const found = new Map();
  return (given) => {
    if (!found.has(given)) found.set(given, find(given));
    return found.get(given);
  };
}
