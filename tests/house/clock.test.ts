import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow, root } from './sources';

/** The one place on each side that asks the system what time it is. */
const CLOCKS = ['cloudfunctions/kit/clock.ts', 'src/device/clock.ts'];

/** Whoever else asks, and why it may. */
const MAY_ASK: Readonly<Record<string, string>> = {
  'cloudfunctions/database/migrate.ts': 'below the kit: which partitions of the log there must be from today',
};
/** The ways in, which hand the system's clock on. */
const HAND_IT_ON: Readonly<Record<string, string>> = {
  'cloudfunctions/host/start.ts': 'the host',
  'cloudfunctions/host/founding/index.ts': 'the commands of the one who founds',
  'cloudfunctions/host/verify.ts': 'which day should be signed by now',
  'cloudfunctions/host/sign-late.ts': 'likewise',
  'cloudfunctions/platform/cloudbase/world.ts': 'a cloud function',
  'tests/bench/served.ts': 'the bench, which measures and asserts nothing about days',
  'tests/bench/web.ts': 'likewise',
};

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;
const isEmpty = (args: readonly ts.Node[] | undefined) => args === undefined || args.length === 0;

/** new Date(), Date(), Date.now, dayjs(): what depends on the day on which it runs. A duration is `performance.now()`. */
function asksTheSystem(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return isNamed(node.expression, 'Date') && isEmpty(node.arguments);
  if (ts.isCallExpression(node))
    return isNamed(node.expression, 'Date') || (isNamed(node.expression, 'dayjs') && isEmpty(node.arguments));
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, 'Date') && node.name.text === 'now';
  return false;
}

const handsItOn = (node: ts.Node) => ts.isImportSpecifier(node) && node.name.text === 'systemClock';

function linesWhere(text: string, file: string, is: (node: ts.Node) => boolean): string[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const see = (node: ts.Node): void => {
    if (is(node)) found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, see);
  };
  see(tree);
  return found;
}

const HINTS = /\bDate\b|\bdayjs\b|\bsystemClock\b/;
const all = ['cloudfunctions', 'src', 'config', 'tests']
  .flatMap((tree) => filesBelow(tree))
  .filter((file) => /\.(tsx?|[mc]?js)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ text }) => HINTS.test(text));
const filesWhere = (is: (node: ts.Node) => boolean) =>
  all.filter(({ file, text }) => linesWhere(text, file, is).length > 0).map(({ file }) => file);

describe('the system’s time', () => {
  it('is asked in one place on each side, and by nobody else, tests neither', () => {
    expect(filesWhere(asksTheSystem).sort()).toEqual([...CLOCKS, ...Object.keys(MAY_ASK)].sort());
  });

  it('is handed on by the ways in alone', () => {
    expect(filesWhere(handsItOn).sort()).toEqual(Object.keys(HAND_IT_ON).sort());
  });

  it.each([
    ['a new Date', 'const today = new Date();'],
    ['a new Date without brackets', 'const today = new Date;'],
    ['Date as a function', 'const today = Date();'],
    ['the number', 'if (endsAtMs > Date.now()) close();'],
    ['the function itself', 'const world = { clock: Date.now };'],
    ['dayjs', "const today = dayjs().format('YYYY-MM-DD');"],
  ])('would be noticed as %s', (_what, planted) => {
    expect(linesWhere(`\n${planted}\n`, 'planted.ts', asksTheSystem)).toEqual(['planted.ts:2']);
  });

  it('is not what a moment that is given, a text or a remark say', () => {
    const given =
      "new Date(nowMs); Date.parse(text); Date.UTC(2026, 10, 7); dayjs(date); performance.now(); // Date.now()\n'new Date()';";
    expect(linesWhere(given, 'given.ts', asksTheSystem)).toEqual([]);
  });

  it('would be noticed where somebody hands it on who is no way in', () => {
    const planted = "import { addDays, systemClock } from '../kit/clock';";
    expect(linesWhere(planted, 'planted.ts', handsItOn)).toEqual(['planted.ts:1']);
  });
});
