import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { OWNERS, VIEWS } from '../../cloudfunctions/database/owners';
import registry from '../../cloudfunctions/rooms/rooms.json';
import { useDatabase } from '../support/database';

/** Statements of one room over another's tables that have to be, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'jobs/store.ts session': 'the host stands above and cannot be asked to forget',
  'organisation/store/grants.ts resident_home': 'whom a role is given lives a floor above the roles',
  'kit/stands-in.ts unit': 'part of a condition that stores above organisation set on their own columns',
  'host/demo/index.ts org_unit': "asks as the database's owner, under the lock of the filling",
};

const owner: Readonly<Record<string, string>> = OWNERS;
const views: Readonly<Record<string, { readonly owner: string }>> = VIEWS;
const floors = [...registry.ground.map((name) => [name]), ...registry.rooms, ...registry.above.map((name) => [name])];
const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));

const SQL_NAME = /\b(?:from|join|into|update|table|using)\s+(?:only\s+)?((?:keyring\.)?[a-z_]+)/gi;
/** A query builder's calls that take a table, bare or with an alias. */
const BUILDS =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|from|(inner|left|right|full|cross)Join(Lateral)?)$/;

/** What stands in a text, the values between its parts left out. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => ` ? ${literal.text}`).join('');
}

function isBuilding({ parent }: ts.Node): boolean {
  const call = ts.isArrayLiteralExpression(parent) ? parent.parent : parent;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    BUILDS.test(call.expression.name.text)
  );
}

/** Tables and views that a file's SQL names, by its syntax: as SQL, or as what a query is built of. */
function namedIn(source: string): Set<string> {
  const found = new Set<string>();
  const add = (name: string) => (name in owner || name in views ? found.add(name) : found);
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null) {
      for (const [, name] of text.matchAll(SQL_NAME)) add((name ?? '').toLowerCase());
      if (isBuilding(node)) add(text.split(' as ')[0] ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('it.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

/** What a file of a room names that is not its own: a table of another room, a view of one that stands no lower. */
function strangeIn(file: string, source: string): string[] {
  const room = file.split('/')[0] ?? '';
  return [...namedIn(source)].filter((name) => {
    const view = views[name];
    return view ? view.owner !== room && floorOf(view.owner) >= floorOf(room) : owner[name] !== room;
  });
}

const files = (readdirSync('cloudfunctions', { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !/^database\/(tables|owners)\.ts$|^(database)\//.test(file))
  .map((file) => file.split('\\').join('/'));

it('lets a room touch its own tables, and of lower rooms what a view offers', () => {
  const strange = files.flatMap((file) =>
    strangeIn(file, readFileSync(`cloudfunctions/${file}`, 'utf8')).map((name) => `${file} ${name}`),
  );
  expect(strange.filter((one) => !(one in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((one) => !strange.includes(one))).toEqual([]);
});

it('finds every table in the SQL of its owner', () => {
  const used = new Set(
    files.flatMap((file) =>
      [...namedIn(readFileSync(`cloudfunctions/${file}`, 'utf8'))].map((name) => `${file.split('/')[0]} ${name}`),
    ),
  );
  const unused = Object.entries(owner).filter(([name, room]) => room !== 'database' && !used.has(`${room} ${name}`));
  expect(unused).toEqual([]);
  expect(Object.values(owner).filter((room) => floorOf(room) < 0)).toEqual([]);
});

it.each([
  [
    'a table of a lower room',
    'award/store/awards.ts',
    'const text = `select 1 from award join org_unit u on true`;',
    ['org_unit'],
  ],
  ['a table of a room above', 'household/store/x.ts', 'sql`update voucher set state = null`', ['voucher']],
  ['a built query', 'host/store.ts', "db.selectFrom('resident as r').select('r.id')", ['resident']],
  ['a join of a built query', 'reward/store/x.ts', "rows.innerJoin('point_item as i', 'i.id', 'x')", ['point_item']],
  ['the keyring', 'ledger/store/x.ts', "const text = 'delete from keyring.personal_key';", ['keyring.personal_key']],
  ['a view of a room above', 'organisation/store/x.ts', "db.selectFrom('item_version')", ['item_version']],
  ['a view of a lower room, which is right', 'reward/store/x.ts', "db.selectFrom('unit')", []],
  ['its own, which is right', 'reward/store/x.ts', "db.insertInto('voucher')", []],
  ['words beside a query, which are right', 'reward/actions/x.ts', "note({ targetKind: 'household' })", []],
])('sees in a file %s', (_what, file, source, strange) => {
  expect(strangeIn(file, source)).toEqual(strange);
});

const database = useDatabase();

it('has the views that it says, with these columns', async () => {
  const { rows } = await database.ownerPool.query<{ view: string; columns: string[] }>(
    `select c.relname as view, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relkind in ('v', 'm') and c.relnamespace in ('public'::regnamespace, 'keyring'::regnamespace) group by 1`,
  );
  const told = Object.fromEntries(Object.entries(VIEWS).map(([view, { columns }]) => [view, [...columns]]));
  expect(Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))).toEqual(told);
});
