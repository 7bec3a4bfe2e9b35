/**
 * Figures of the sources, to be compared before and after a change: `npm run figures`, or `node config/figures.mjs <tree>`
 * for another checkout. Lines and functions of server and src, complexity, casts, imports between pages, repeated lines,
 * and the sizes of what is built.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './esbuild.mjs';

const tree = path.resolve(process.argv[2] ?? root);
const WINDOW = 6;
const COMPLEX_FROM = 12;

function filesBelow(folder, suffix) {
  if (!existsSync(path.join(tree, folder))) return [];
  return readdirSync(path.join(tree, folder), { recursive: true })
    .map((name) => path.posix.join(folder, name))
    .filter((name) => suffix.test(name) && !name.endsWith('database/tables.ts'));
}

const parse = (file) => {
  const text = readFileSync(path.join(tree, file), 'utf8');
  return { file, text, ast: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) };
};

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const FORKS = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
]);
const SHORT_CIRCUITS = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
const isFork = (node) =>
  FORKS.has(node.kind) || (ts.isBinaryExpression(node) && SHORT_CIRCUITS.has(node.operatorToken.kind));

/** McCabe's number of a function: one, and one more for each fork in it, those of functions inside left to them. */
function complexityOf(fn) {
  let forks = 1;
  const look = (node) => {
    if (isFork(node)) forks += 1;
    ts.forEachChild(node, (child) => {
      if (!ts.isFunctionLike(child)) look(child);
    });
  };
  if (fn.body) look(fn.body);
  return forks;
}

function functionsOf({ file, ast }) {
  const found = [];
  visit(ast, (node) => {
    if (!ts.isFunctionLike(node) || !node.body) return;
    const line = (at) => ast.getLineAndCharacterOfPosition(at).line;
    const name = node.name?.getText(ast) ?? node.parent?.name?.getText?.(ast) ?? '(anonymous)';
    const first = line(node.getStart(ast));
    found.push({
      where: `${file}:${first + 1} ${name}`,
      lines: line(node.end) - first + 1,
      complexity: complexityOf(node),
      isNamed: name !== '(anonymous)',
    });
  });
  return found;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => sorted(numbers)[Math.floor((numbers.length - 1) * share)] ?? 0;
const spread = (numbers) => `${at(numbers, 0.5)} / ${at(numbers, 0.9)} / ${at(numbers, 1)}`;

function countCasts(parsed) {
  const casts = { all: 0, principal: 0, residentId: 0, any: 0 };
  for (const { ast } of parsed)
    visit(ast, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) casts.any += 1;
      if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return;
      casts.all += 1;
      const type = node.type.getText(ast);
      if (type === 'Principal') casts.principal += 1;
      if (type === 'string' && node.expression.getText(ast).endsWith('residentId')) casts.residentId += 1;
    });
  return casts;
}

/** Folders that hold a page: the one of Taro's while pages stood there, or the room's folder with a page.tsx. */
function importsBetweenPages(parsed) {
  const known = new Set(parsed.map(({ file }) => file));
  const folders = new Set(
    [...known].filter((file) => /\/page\.tsx$/.test(file)).map((file) => path.posix.dirname(file)),
  );
  if (folders.size === 0)
    for (const file of known)
      if (/^src\/(pages|staff)\/[^/]+\/index\.tsx$/.test(file)) folders.add(path.posix.dirname(file));
  const pageOf = (file) => [...folders].find((folder) => file.startsWith(`${folder}/`));
  let count = 0;
  for (const { file, ast } of parsed)
    for (const statement of ast.statements) {
      const named = statement.moduleSpecifier?.text;
      if (!named?.startsWith('.')) continue;
      const target = path.posix.join(path.posix.dirname(file), named);
      const [from, to] = [pageOf(file), pageOf(`${target}/`) ?? pageOf(target)];
      if (from && to && from !== to) count += 1;
    }
  return count;
}

/** Lines that stand in a run of six which stands elsewhere too; blank lines, brackets and imports count for nothing. */
function repeatedLines(parsed) {
  const seen = new Map();
  for (const { file, text } of parsed) {
    const lines = text.split('\n').map((line, number) => ({ number, line: line.trim() }));
    const telling = lines.filter(({ line }) => /\w/.test(line) && !/^(import|\}? ?from|\*|\/)/.test(line));
    for (let i = 0; i + WINDOW <= telling.length; i++) {
      const run = telling.slice(i, i + WINDOW);
      const key = run.map(({ line }) => line).join('\n');
      seen.set(key, [...(seen.get(key) ?? []), run.map(({ number }) => `${file}:${number}`)]);
    }
  }
  return new Set([...seen.values()].filter((places) => places.length > 1).flat(2)).size;
}

function sizeOf(folder, left = () => false) {
  if (!existsSync(path.join(tree, folder))) return null;
  const sizes = filesBelow(folder, /./)
    .filter((file) => !left(file))
    .map((file) => statSync(path.join(tree, file)));
  return Math.round(sizes.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0) / 1024);
}

function report(title, folder) {
  const parsed = filesBelow(folder, /\.tsx?$/).map(parse);
  const functions = parsed.flatMap(functionsOf);
  const over = functions.filter(({ complexity }) => complexity > COMPLEX_FROM);
  const casts = countCasts(parsed);
  const rows = {
    'files, lines in all': `${parsed.length}, ${parsed.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)}`,
    'lines of a file, median / p90 / most': spread(parsed.map(({ text }) => text.split('\n').length - 1)),
    'lines of a named function, median / p90 / most': spread(
      functions.filter(({ isNamed }) => isNamed).map(({ lines }) => lines),
    ),
    [`functions above a complexity of ${COMPLEX_FROM}`]: over.length,
    'casts, and `any`': `${casts.all}, ${casts.any}`,
    'casts to Principal, of residentId': `${casts.principal}, ${casts.residentId}`,
    'lines that stand in two places': repeatedLines(parsed),
    ...(folder === 'src' && { 'imports from one page into another': importsBetweenPages(parsed) }),
  };
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(rows)) console.log(`  ${name.padEnd(48)} ${value}`);
  for (const { where, complexity } of over.sort((a, b) => b.complexity - a.complexity))
    console.log(`    ${String(complexity).padStart(3)}  ${where}`);
}

report('server (cloudfunctions)', 'cloudfunctions');
report('screens (src)', 'src');
console.log('\nbuilt, kB');
const isStaff = (file) => file.startsWith('dist/weapp/staff/');
const built = {
  'mini-program, main': sizeOf('dist/weapp', (file) => isStaff(file) || file.includes('/cloudfunctions/')),
  'mini-program, staff': sizeOf('dist/weapp/staff'),
  web: sizeOf('dist/h5'),
};
for (const name of existsSync(path.join(tree, 'dist/cloudfunctions'))
  ? readdirSync(path.join(tree, 'dist/cloudfunctions'))
  : [])
  built[`function ${name}`] = sizeOf(`dist/cloudfunctions/${name}`);
for (const [name, kB] of Object.entries(built)) console.log(`  ${name.padEnd(48)} ${kB ?? 'not built'}`);
