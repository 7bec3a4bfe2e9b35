/**
 * The files that a way through the house runs, in the order in which they are first reached: from the page that begins it,
 * then from the action that answers, function by function as they name each other. `npm run ways` counts them,
 * `npm run ways -- check-in` names those of one way. The ground is left out: pieces, theme, words and api of src,
 * kit, values and database of the server.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './esbuild.mjs';

const WAYS = {
  'check-in': ['src/activity/scan/page.tsx', 'cloudfunctions/activity/actions/check-in.ts'],
  voucher: ['src/reward/reward/page.tsx', 'cloudfunctions/reward/actions/issue.ts'],
  redeem: ['src/reward/redeem/page.tsx', 'cloudfunctions/reward/actions/redeem.ts'],
  roster: ['src/household/roster/page.tsx', 'cloudfunctions/household/actions/roster.ts'],
  'rule-sheet': ['src/catalogue/catalogue/sheet-panel.tsx', 'cloudfunctions/catalogue/actions/import-sheet.ts'],
  correction: ['src/ledger/corrections/page.tsx', 'cloudfunctions/ledger/actions/corrections.ts'],
  receipt: ['src/ledger/receipt/page.tsx', 'cloudfunctions/ledger/actions/receipts.ts'],
};
const SOURCES = /^(cloudfunctions|src)\/(?!database\/tables\.ts)/;
const GROUND = /^(src\/(components|theme|words|api|device)|cloudfunctions\/(kit|values|database))\//;

const nameOf = (file) => path.relative(root, file);

function openProgram() {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const files = ['cloudfunctions', 'src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(root, folder, name)),
  );
  return ts.createProgram(files, { ...options, incremental: false, tsBuildInfoFile: undefined });
}

function statementOf(node) {
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
  return statement;
}

/** The statement of ours that an identifier names: a function, a constant, a class. */
function namedBy(checker, identifier) {
  const symbol = checker.getSymbolAtLocation(identifier);
  if (!symbol) return null;
  const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declared = meant.valueDeclaration;
  if (!declared || ts.isSourceFile(declared)) return null;
  return SOURCES.test(nameOf(declared.getSourceFile().fileName)) ? statementOf(declared) : null;
}

function filesOf(program, starts) {
  const checker = program.getTypeChecker();
  const files = new Set();
  const seen = new Set();
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const statement = ts.isIdentifier(node) ? namedBy(checker, node) : null;
    if (statement && !seen.has(statement)) {
      seen.add(statement);
      files.add(nameOf(statement.getSourceFile().fileName));
      ts.forEachChild(statement, visit);
    }
    ts.forEachChild(node, visit);
  };
  for (const start of starts) {
    const file = program.getSourceFile(path.join(root, start));
    if (!file) throw new Error(`ways: there is no ${start}`);
    files.add(start);
    visit(file);
  }
  return [...files].filter((file) => !GROUND.test(file));
}

const [asked] = process.argv.slice(2);
if (asked && !WAYS[asked]) throw new Error(`ways: ${asked} is none of ${Object.keys(WAYS).join(', ')}`);
const program = openProgram();
for (const [way, starts] of Object.entries(WAYS).filter(([name]) => !asked || name === asked)) {
  const files = filesOf(program, starts);
  const onServer = files.filter((file) => file.startsWith('cloudfunctions/')).length;
  console.log(`${way.padEnd(12)} ${files.length} files: ${files.length - onServer} in src, ${onServer} on the server`);
  if (asked) console.log(files.map((file) => `  ${file}`).join('\n'));
}
