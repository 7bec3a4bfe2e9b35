/** A drawing's square is 200 wide, its middle at 100; the widest a ring of radius 88 bulges is 96. */
export const SIDE = 200;
const MIDDLE = SIDE / 2;
const OUTER = 88;
const POINTS = 14;
/** A month that added nothing is still a ring, just a narrow one. */
const LEAST_GAP = 0.022;

type Point = readonly [number, number];

/** Radii from the first month to the newest: the gap to the next ring is what that month added. */
function radiiOf(months: readonly number[], inner: number): number[] {
  const total = months.reduce((sum, points) => sum + points, 0) || 1;
  const gaps = months.map((points) => points / total + LEAST_GAP);
  const scale = (OUTER - inner) / gaps.reduce((sum, gap) => sum + gap, 0);
  let radius = inner;
  return gaps.map((gap) => {
    radius += gap * scale;
    return radius;
  });
}

/** Not a circle: a tree grows faster where the light is. `j` counts rings from the pith. */
function pointAt(radius: number, j: number, t: number): Point {
  const wave =
    0.045 * Math.sin(t + 1.1) + 0.03 * Math.sin(2 * t + 0.6 + 0.05 * j) + 0.016 * Math.sin(3 * t + 2.1 - 0.11 * j);
  const r = radius * (1 + wave);
  return [MIDDLE + r * Math.cos(t), MIDDLE + r * Math.sin(t)];
}

const print = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A closed curve through the points (Catmull-Rom, written as Bézier). */
function smooth(points: readonly Point[]): string {
  const at = (i: number) => points[(i + points.length) % points.length] as Point;
  const towards = (from: Point, before: Point, after: Point, sign: 1 | -1): Point => [
    from[0] + (sign * (after[0] - before[0])) / 6,
    from[1] + (sign * (after[1] - before[1])) / 6,
  ];
  const curves = points.map((point, i) => {
    const next = at(i + 1);
    return `C${print(towards(point, at(i - 1), next, 1))} ${print(towards(next, point, at(i + 2), -1))} ${print(next)}`;
  });
  return `M${print(at(0))}${curves.join('')}Z`;
}

/** One path for each month, the newest last. */
export function ringPaths(months: readonly number[], inner: number): string[] {
  return radiiOf(months, inner).map((radius, j) =>
    smooth(Array.from({ length: POINTS }, (_, i) => pointAt(radius, j, (2 * Math.PI * i) / POINTS))),
  );
}
