import type { Line } from './line';

/**
 * One matter, one value. Rows of one name with a level beside each (国家级, 省级) are its grades; the same name again with
 * the same value is said twice; with another value a person sorts it out.
 */
export function mergeTwins(lines: readonly Line[]): Line[] {
  const first = new Map<string, number>();
  const kept: Line[] = [];
  for (const line of lines) {
    const at = first.get(line.name);
    const known = at === undefined ? undefined : kept[at];
    if (line.result === 'refuse') kept.push(line);
    else if (at !== undefined && known) meet(kept, at, known, line);
    else first.set(line.name, kept.push(line) - 1);
  }
  return kept;
}

function meet(kept: Line[], at: number, known: Line, line: Line): void {
  const graded = asGrades(known, line);
  if (graded) kept[at] = graded;
  else if (!isSame(known, line)) kept.push({ ...line, result: 'ask', why: 'twin', rule: null });
}

const isSame = (one: Line, other: Line) =>
  one.written === other.written && JSON.stringify(one.worth) === JSON.stringify(other.worth);

function asGrades(known: Line, next: Line): Line | null {
  const { label, worth, sheet } = next;
  if (known.sheet !== sheet || label === '' || known.label === '' || worth.points === null) return null;
  if (known.result !== 'take' || (next.why !== null && next.why !== 'twin')) return null;
  const grades =
    known.worth.grades.length > 0 ? known.worth.grades : [{ name: known.label, points: known.worth.points ?? 0 }];
  if (grades.some(({ name }) => name === label)) return null;
  const written = `${known.worth.grades.length > 0 ? known.written : `${known.label}${known.written}`}，${label}${next.written}`;
  return {
    ...known,
    written,
    worth: { ...known.worth, points: null, grades: [...grades, { name: label, points: worth.points }] },
  };
}
