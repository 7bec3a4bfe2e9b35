import type { ClientBase, Pool } from 'pg';

/** What tells one secret from another without telling anything of it. */
export interface InstallationKeys {
  readonly masterKeyId: string;
  readonly signingKeyId: string;
}
type Client = Pick<ClientBase | Pool, 'query'>;

const ANOTHER_SECRET = `This database was written with another secret than the one given here: set BEHAVIOUR_BANK_SECRET to \
the installation's own (outside production it stands in the file secret of DATA_DIR), or name another database. \
Nothing was written.`;
const OLDER_DATABASE =
  'This database is older than the program: start a host of this version on it first, which migrates it.';

/** @throws where this database was begun with other keys than these. */
export async function compareInstallation(client: Client, keys: InstallationKeys): Promise<void> {
  const record = (await isThere(client, 'public.installation')) ? await recorded(client) : undefined;
  refuseUnlessSame(record ?? (await firstWrittenWith(client)), keys);
}

/** Compares, and records the keys of whoever comes first. Of several at once one is first; the others are compared with it. */
export async function claimInstallation(client: Client, keys: InstallationKeys): Promise<void> {
  if (!(await isThere(client, 'public.installation'))) throw new Error(OLDER_DATABASE);
  const record = await recorded(client);
  if (record) return refuseUnlessSame(record, keys);
  refuseUnlessSame(await firstWrittenWith(client), keys);
  await client.query(
    'insert into installation (master_key_id, signing_key_id) values ($1, $2) on conflict do nothing',
    [keys.masterKeyId, keys.signingKeyId],
  );
  refuseUnlessSame(await recorded(client), keys);
}

function refuseUnlessSame(begunWith: Partial<InstallationKeys> | undefined, keys: InstallationKeys): void {
  const { masterKeyId = keys.masterKeyId, signingKeyId = keys.signingKeyId } = begunWith ?? {};
  if (masterKeyId !== keys.masterKeyId || signingKeyId !== keys.signingKeyId) throw new Error(ANOTHER_SECRET);
}

async function recorded(client: Client): Promise<InstallationKeys | undefined> {
  const { rows } = await client.query<InstallationKeys>(
    'select master_key_id as "masterKeyId", signing_key_id as "signingKeyId" from installation',
  );
  return rows[0];
}

/** For a database older than the record: the oldest of what a key wrote, since a wrong secret may have written later. */
async function firstWrittenWith(client: Client): Promise<Partial<InstallationKeys> | undefined> {
  const masterKeyId = await firstOf(client, 'keyring.personal_key', 'master_key_id', 'created_at');
  if (masterKeyId) return { masterKeyId };
  const signingKeyId = await firstOf(client, 'public.checkpoint', 'key_id', 'signed_at');
  return signingKeyId ? { signingKeyId } : undefined;
}

async function firstOf(client: Client, table: string, column: string, time: string): Promise<string | undefined> {
  if (!(await isThere(client, table))) return undefined;
  const { rows } = await client.query<{ id: string }>(`select ${column} as id from ${table} order by ${time} limit 1`);
  return rows[0]?.id;
}

async function isThere(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [table]);
  return rows[0]?.isThere ?? false;
}
