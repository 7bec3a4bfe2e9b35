import type { ClientBase } from 'pg';
import { COLUMNS, type Column, OURS, TABLE } from './describe-tables';
import { migrations } from './migrations';

interface Rule {
  table: string;
  kind: 'p' | 'u' | 'f' | 'c' | 'i' | 't';
  text: string;
}

// Constraints, then unique indexes that are no constraint, then triggers of our own.
const RULES = `
  select ${TABLE} as "table", k.contype as kind, pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and k.contype in ('p', 'u', 'f', 'c')
  union all
  select ${TABLE}, 'i', substring(pg_get_indexdef(i.indexrelid) from '\\(.*$')
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select ${TABLE}, 't', lower(substring(pg_get_triggerdef(t.oid) from ' (BEFORE .*|AFTER .*) ON ')) || ': ' || p.proname
  from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not t.tgisinternal
  order by 1, 3`;

const HEAD = `# The database's tables

Made from the migrated database and the comments of its migrations by \`npm run generate:tables\`; a test holds it against
the database. What the app may do to each stands in \`cloudfunctions/database/app-role.sql\`.
`;
/** In the order in which they stand on the page. */
const TITLES: Record<Rule['kind'], string> = {
  p: 'Key',
  u: 'Unique',
  i: 'Unique',
  f: 'Refers',
  c: 'Checked',
  t: 'Trigger',
};
const KINDS = Object.keys(TITLES) as Rule['kind'][];

/** \`docs/tables.md\` for the database that the client is connected to: every table, what its columns hold, what guards it. */
export async function documentTables(client: Pick<ClientBase, 'query'>): Promise<string> {
  const { rows: columns } = await client.query<Column>(COLUMNS);
  const { rows: rules } = await client.query<Rule>(RULES);
  const comments = readComments();
  const tables = [...new Set(columns.map(({ table }) => table))];
  const contents = tables.map((table) => `[${table}](#${table.replace('.', '')})`).join(' · ');
  const sections = tables.map((table) => {
    const rows = columns.filter((one) => one.table === table).map((column) => toRow(column, comments));
    const guards = KINDS.flatMap((kind) => rules.filter((one) => one.table === table && one.kind === kind)).map(toLine);
    return `## ${table}\n\n| column | type | |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${guards.join('\n')}\n`;
  });
  return `${HEAD}\n${contents}\n\n${sections.join('\n')}`;
}

/** The title says already what kind of rule it is, and every literal of ours is a text. */
function toLine({ kind, text }: Rule): string {
  return `- ${TITLES[kind]}: \`${text.replace(/^(PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK) /, '').replaceAll('::text', '')}\``;
}

function toRow({ table, column, type, isNullable }: Column, comments: ReadonlyMap<string, string>): string {
  const comment = comments.get(`${table}.${column}`)?.replaceAll('|', '\\|') ?? '';
  return `| ${column} | ${type}${isNullable ? ', or none' : ''} | ${comment} |`;
}

/** What stands behind a column where a migration makes it. */
function readComments(): Map<string, string> {
  const comments = new Map<string, string>();
  for (const { sql } of migrations) {
    let table = '';
    for (const line of sql.split('\n')) {
      table = /^(?:create|alter) table (?:if exists )?([\w.]+)/i.exec(line)?.[1] ?? table;
      const [, column, comment] = /^\s*(?:add column )?(\w+) [^-]*?.*?--\s*(.+)$/.exec(line) ?? [];
      if (table && column && comment) comments.set(`${table}.${column}`, comment.trim());
    }
  }
  return comments;
}
