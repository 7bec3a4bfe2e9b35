import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Listed } from '../rules/listing';
import type { SealedPersonalData } from './personal';

/** Who is looked for among the living members of today. */
export type Wanted =
  | { readonly kind: 'all' }
  /** Found by every one of these tokens. */
  | { readonly kind: 'tokens'; readonly tokens: readonly Buffer[] }
  | { readonly kind: 'number'; readonly text: string; readonly phoneTail: Buffer | null };

type Facts = Omit<Listed, 'name' | 'address'>;
type SealedRow = Facts & { readonly key: Buffer; readonly name: Buffer | null };
/** Somebody of a list, whose name is still to be read. */
export type SealedListed = Facts & { readonly sealed: SealedPersonalData };

/** In the unit at that path; in one of its grids or groups, where they are named. */
export interface Within {
  readonly unitPath: string;
  readonly placePaths: readonly string[] | null;
}

/** Those who are meant, with sealed names, and whose household stands there. Names sort only once read. */
export async function listedWithin(db: Db, { unitPath, placePaths }: Within, wanted: Wanted): Promise<SealedListed[]> {
  const { rows } = await sql<SealedRow>`
    select m.resident_id as "residentId", k.wrapped_key as key, d.name_enc as name, r.born_on as "bornOn",
      r.born_precision as "bornPrecision", r.sex, r.is_assisted as "isAssisted", h.id as "householdId",
      m.pool_agreed_at is not null as "poolOwn", m.pool_guardian_at is not null as "poolGuardian",
      h.number as "householdNumber", u.name as "unitName",
      (select true from identity i where i.resident_id = r.id limit 1) is not null as "isBound"
    from unit u join household h on h.unit_id = u.id
    join membership m on m.household_id = h.id and m.left_on is null
    join resident r on r.id = m.resident_id and r.died_on is null
    join personal_data d on d.subject_id = m.resident_id
    join keyring.personal_key k on k.subject_id = m.resident_id
    where u.path like ${`${unitPath}%`} and ${placedIn(placePaths)} and ${conditionFor(wanted)}`.execute(db);
  return rows.map(({ key, name, ...facts }) => ({
    ...facts,
    sealed: { subjectId: facts.residentId, wrappedKey: key, personal: { name_enc: name } },
  }));
}

const placedIn = (paths: Within['placePaths']) =>
  paths ? sql<boolean>`u.path like any(${paths.map((path) => `${path}%`)}::text[])` : sql<boolean>`true`;

const hasToken = (token: Buffer) =>
  sql<boolean>`m.resident_id in (select i.subject_id from personal_index i where i.token = ${token})`;

function conditionFor(wanted: Wanted): RawBuilder<boolean> {
  if (wanted.kind === 'all') return sql<boolean>`true`;
  if (wanted.kind === 'tokens') return sql<boolean>`${sql.join(wanted.tokens.map(hasToken), sql` and `)}`;
  const byNumber = sql<boolean>`right(upper(h.number), ${wanted.text.length}::int) = ${wanted.text}`;
  return wanted.phoneTail ? sql<boolean>`(${byNumber} or ${hasToken(wanted.phoneTail)})` : byNumber;
}

/** Residents of a community by tokens, each with the kinds by which it was found. */
export async function subjectsByTokens(
  db: Db,
  communityId: string,
  tokens: readonly Buffer[],
): Promise<{ token: Buffer; residentId: string; householdId: string; byHousehold: boolean }[]> {
  if (tokens.length === 0) return [];
  const { rows } = await sql<{ token: Buffer; residentId: string; householdId: string; byHousehold: boolean }>`
    select i.token, m.resident_id as "residentId", h.id as "householdId", false as "byHousehold"
    from personal_index i join membership m on m.resident_id = i.subject_id and m.left_on is null
    join household h on h.id = m.household_id and h.community_id = ${communityId}
    join resident r on r.id = m.resident_id and r.died_on is null
    where i.token = any(${tokens}::bytea[]) and i.kind in ('name', 'phone')
    union all
    select i.token, h.head_id, h.id, true from personal_index i join household h on h.id = i.subject_id
    where i.token = any(${tokens}::bytea[]) and i.kind = 'address' and h.community_id = ${communityId} and h.head_id is not null`.execute(
    db,
  );
  return rows;
}
