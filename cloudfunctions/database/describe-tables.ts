import type { ClientBase } from 'pg';

export interface Column {
  table: string;
  column: string;
  type: string;
  isNullable: boolean;
  isGiven: 'always' | 'byDefault' | 'never';
  checks: string[];
}

/** A table's name as we write it, and which are ours: of pg_class c in pg_namespace n. */
export const TABLE = `case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end`;
// Partitions are reached by their parent, and schema_migration is nobody's business but the migration's.
export const OURS = `n.nspname in ('public', 'keyring') and c.relkind in ('r', 'p') and not c.relispartition
  and c.relname <> 'schema_migration'`;

/** Every column of every table of ours, in order. */
export const COLUMNS = `
  select ${TABLE} as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as "isNullable",
    case when a.attidentity = 'a' or a.attgenerated <> '' then 'always' when a.atthasdef or a.attidentity = 'd' then 'byDefault'
      else 'never' end as "isGiven",
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and a.attnum > 0 and not a.attisdropped
  order by n.nspname = 'public' desc, c.relname collate "C", a.attnum`;

const TYPES: Record<string, string> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Bytes',
  date: 'string',
  integer: 'number',
  json: 'Json',
  jsonb: 'Json',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'Date',
  uuid: 'string',
  xid8: 'string',
};

const HEAD = `// Made from the migrated database by \`npm run generate:tables\`; a test holds it against the database.
import type { ColumnType, GeneratedAlways } from 'kysely';

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Read as a value, written as its text: the driver would turn an array into one of PostgreSQL's. */
type Json = ColumnType<unknown, string, string>;
/** Has a default. Kysely's own type of this name would hide what a column type says. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
`;

/** The text of `tables.ts` for the database that the client is connected to, in the formatter's own layout. */
export async function describeTables(client: Pick<ClientBase, 'query'>): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = new Map<string, string[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), describeColumn(row)]);
  const body = [...tables].map(([name, columns]) => `  ${quote(name)}: {\n${columns.join('')}  };\n`);
  return `${HEAD}\nexport interface Tables {\n${body.join('')}}\n`;
}

function describeColumn(column: Column): string {
  const plain = literals(column) ?? TYPES[column.type];
  if (!plain) throw new Error(`${column.table}.${column.column}: no TypeScript type is known for ${column.type}`);
  const type = column.isNullable ? `${plain} | null` : plain;
  const wrapped = { always: `GeneratedAlways<${type}>`, byDefault: `Generated<${type}>`, never: type }[column.isGiven];
  return layOut(column.column, wrapped);
}

/** `check (kind in ('a', 'b'))` comes back as `kind = ANY (ARRAY['a'::text, …])`. */
function literals(column: Column): string | undefined {
  const list = column.checks
    .map((check) => /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(check)?.[1])
    .find(Boolean);
  return list && [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');
}

function layOut(name: string, type: string): string {
  const line = `    ${name}: ${type};\n`;
  if (line.length <= 121) return line;
  return `    ${name}:\n${type
    .split(' | ')
    .map((part) => `      | ${part}`)
    .join('\n')};\n`;
}

function quote(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}
