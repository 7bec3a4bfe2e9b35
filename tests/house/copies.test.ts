import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow, root } from './sources';

type Side = 'src' | 'values' | 'rooms';
const sideOf = (file: string): Side =>
  file.startsWith('src/') ? 'src' : file.startsWith('cloudfunctions/values/') ? 'values' : 'rooms';

/** Shorter ones say nothing of the field: blanks, digits. */
const SAYING_FROM = 9;
/** A numeral, also with other numbers' names. */
const NUMBER = /^(?=.*\d)[\d_.*+\s()A-Z-]+$/;

/** A number with a name; values' own business is not told. */
function* numberIn(node: ts.VariableDeclaration, side: Side): Generator<string> {
  const [name, value] = [node.name.getText(), (node.initializer?.getText() ?? '').replaceAll('_', '')];
  const isPrivate = !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export);
  if (!/^[A-Z][A-Z_]+$/.test(name) || !NUMBER.test(value) || (side === 'values' && isPrivate)) return;
  yield `named ${name}`;
  yield `number ${name} = ${value}`;
}

/** What stands in a piece of a file: patterns, lists of words, numbers with a name; of these the name alone, too. */
function* statedIn(node: ts.Node, side: Side): Generator<string> {
  if (ts.isRegularExpressionLiteral(node) && node.text.length >= SAYING_FROM) yield `pattern ${node.text}`;
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 1 && node.elements.every(ts.isStringLiteral))
    yield `list ${node.elements.map((element) => element.getText()).join(', ')}`;
  if (ts.isVariableDeclaration(node)) yield* numberIn(node, side);
  const below: ts.Node[] = [];
  node.forEachChild((child) => void below.push(child));
  for (const child of below) yield* statedIn(child, side);
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
}

/** What stands on more than one side, with the files. A name alone is a copy of what values calls so. */
function copiesIn(texts: ReadonlyMap<string, string>): string[] {
  const stated = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const fact of statedIn(parse(file, text), sideOf(file)))
      stated.set(fact, (stated.get(fact) ?? new Set()).add(file));
  const isCopy = (fact: string, sides: ReadonlySet<Side>) =>
    sides.size > 1 && (!fact.startsWith('named ') || sides.has('values'));
  return [...stated].flatMap(([fact, files]) =>
    isCopy(fact, new Set([...files].map(sideOf))) ? [`${fact}: ${[...files].join(', ')}`] : [],
  );
}

const sources = () =>
  [...filesBelow('src'), ...filesBelow('cloudfunctions')]
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);

it('states a pattern, a list of words or a number for both sides once, in values', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(600);
  expect(copiesIn(new Map(files))).toEqual([]);
});

it('sees a planted copy', () => {
  const planted = new Map([
    [
      'cloudfunctions/values/planted.ts',
      String.raw`export const CARD = /^\d{10}$/; export const STOCK_MAX = 5 * 1_000;`,
    ],
    ['cloudfunctions/reward/contract/planted.ts', `z.enum(['month', 'year']); const RETRY_MS = 60_000;`],
    ['src/reward/planted.tsx', String.raw`const isCard = (text: string) => /^\d{10}$/.test(text);`],
    ['src/reward/spans.ts', `const SPANS = ['month', 'year']; const STOCK_MAX = 5_000; const RETRY_MS = 60_000;`],
  ]);
  expect(copiesIn(planted)).toEqual([
    'pattern /^\\d{10}$/: cloudfunctions/values/planted.ts, src/reward/planted.tsx',
    'named STOCK_MAX: cloudfunctions/values/planted.ts, src/reward/spans.ts',
    "list 'month', 'year': cloudfunctions/reward/contract/planted.ts, src/reward/spans.ts",
    'number RETRY_MS = 60000: cloudfunctions/reward/contract/planted.ts, src/reward/spans.ts',
  ]);
});

it('lets what only resembles stand', () => {
  const apart = new Map([
    ['src/device/planted.ts', String.raw`const EVERY_MS = 250; const tidy = text.replace(/\s/g, '');`],
    ['cloudfunctions/host/planted.ts', String.raw`const EVERY_MS = 60_000; const tidy = text.replace(/\s/g, '');`],
  ]);
  expect(copiesIn(apart)).toEqual([]);
});
