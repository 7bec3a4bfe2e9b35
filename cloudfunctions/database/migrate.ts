import { createHash } from 'node:crypto';
import { Client, type Pool } from 'pg';
import appRoleSql from './app-role.sql';
import { makeAuditPartitions } from './audit-partitions';
import { migrations as allMigrations, type Migration } from './migrations';

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Its month is the first of the audit log's partitions. */
  readonly now?: Date;
  /** A login of the app's own that is to be let into `behaviour_app`, when the app does not connect as the owner. */
  readonly appLogin?: string;
}

interface Recorded {
  name: string;
  checksum: string;
}

// Advisory locks are one number space for each database; this one is "bbmi".
const MIGRATION_LOCK = 0x62626d69;

/**
 * Brings the database to the newest schema, as its owner: runs what has not run yet, in order, each in its own
 * transaction, then sets the app role's rights and the audit log's partitions. Any number of processes may call it at
 * once; they wait for one another. Answers with the names it ran.
 * @throws when a migration that already ran was changed, is missing, or comes before one that ran.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'behaviour-bank migrate' });
  await client.connect();
  try {
    await client.query(`set timezone = 'UTC'; select pg_advisory_lock(${MIGRATION_LOCK})`);
    const ran = await runMissing(client, options.migrations ?? allMigrations);
    await inTransaction(client, async () => {
      await client.query(appRoleSql);
      if (options.appLogin) await letIn(client, options.appLogin);
      await makeAuditPartitions(client, options.now ?? new Date());
    });
    return ran;
  } catch (error) {
    throw lacksRight(error) ? new Error(whatOwnerNeeds(client.user ?? '', error), { cause: error }) : error;
  } finally {
    await client.end();
  }
}

/**
 * For who only looks: nothing is migrated, since a host that serves this database may be of another version.
 * @throws when what ran on it is not exactly what there is here.
 */
export async function refuseOtherSchema(client: Pick<Client | Pool, 'query'>): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.schema_migration') is not null as "isThere"`);
  const recorded = rows[0].isThere ? await readRecorded(client) : [];
  refuseDrift(allMigrations, recorded);
  const missing = allMigrations.slice(recorded.length).map(({ name }) => name);
  if (missing.length === 0) return;
  const names = missing.length > 3 ? `${missing[0]} to ${missing.at(-1)}` : missing.join(', ');
  throw new Error(
    `The database lacks ${names}: it is older than the program. Use the version that serves it, or start a host of this one on it first.`,
  );
}

async function readRecorded(client: Pick<Client | Pool, 'query'>): Promise<Recorded[]> {
  return (await client.query<Recorded>('select name, checksum from schema_migration order by name')).rows;
}

async function runMissing(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
  const recorded = await readRecorded(client);
  refuseDrift(migrations, recorded);
  const missing = migrations.slice(recorded.length);
  for (const migration of missing) await runOne(client, migration);
  return missing.map((migration) => migration.name);
}

/** What ran must be, unchanged, the beginning of what there is: anything else would leave two different schemas about. */
function refuseDrift(migrations: readonly Migration[], recorded: readonly Recorded[]): void {
  recorded.forEach((row, i) => {
    const migration = migrations[i];
    if (!migrations.some((known) => known.name === row.name))
      throw new Error(
        `Migration ${row.name} ran on this database but is unknown here: the program is older than the data.`,
      );
    if (migration?.name !== row.name)
      throw new Error(
        `Migration ${migration?.name} comes before ${row.name}, which already ran: give it a later number.`,
      );
    if (checksum(migration) !== row.checksum)
      throw new Error(
        `Migration ${row.name} was changed after it ran on this database: put it back and write a new one.`,
      );
  });
}

async function runOne(client: Client, migration: Migration): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.query(migration.sql);
      await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
        migration.name,
        checksum(migration),
      ]);
    });
  } catch (cause) {
    throw new Error(`Migration ${migration.name} failed: ${whereIn(migration.sql, cause)}`, { cause });
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** 42501, also below a migration's own words. */
function lacksRight(error: unknown): error is Error {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return code === '42501' || cause?.code === '42501';
}

const whatOwnerNeeds = (login: string, { message }: Error) =>
  `The owner's login ${login} may not migrate this database: ${message}. It needs to own the database and to have CREATEROLE; \
docs/deploy.md has the statements, also for a server where that is not given.`;

async function letIn(client: Client, login: string): Promise<void> {
  const { rows } = await client.query<{ isMember: boolean }>(
    `select pg_has_role($1::name, 'behaviour_app', 'usage') as "isMember"`,
    [login],
  );
  if (!rows[0]?.isMember) await client.query(`grant behaviour_app to ${client.escapeIdentifier(login)}`);
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

function whereIn(sql: string, error: unknown): string {
  const { message, position } = error as { message: string; position?: string };
  return position ? `${message} (line ${sql.slice(0, Number(position)).split('\n').length})` : message;
}
