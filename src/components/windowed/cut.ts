/** In pieces of so many, the last one as long as it comes. */
export const cut = <One>(all: readonly One[], size: number): One[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

export const sizeOf = ({ length }: readonly unknown[]) => length;
