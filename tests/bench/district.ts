import { randomUUID } from 'node:crypto';
import type { Database } from '../../cloudfunctions/database/connect';
import { keepFigures } from '../../cloudfunctions/oversight';
import { businessDate } from '../../cloudfunctions/values/dates';
import { type Callers, postOf } from './callers';
import { allWell } from './check-ins';
import { median, quantile, whole } from './measure';
import { type Served, signIn } from './served';

/** A district as it was counted in Jingmen, and ten deeds of each who takes part, spread over a year. */
const COMMUNITIES = 56;
const HOUSEHOLDS = 126_820;
const PEOPLE = 350_297;
const TAKING_PART = 127_508;
const DEEDS_EACH = 10;
const DAYS = 365;
const MONTHS = [1, 12];

/** Plain rows, without accounts or entries: what is counted from, and nothing that is not read here. */
async function fillDistrict(owner: Database, { scene, world }: Served): Promise<string[]> {
  const { cityId, districtId, streetId } = scene.units;
  const today = businessDate(world.clock());
  const client = await owner.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('create temp table place as select n, gen_random_uuid() as id from generate_series(1, $1) n', [
      COMMUNITIES,
    ]);
    await client.query(
      `insert into org_unit (id, parent_id, level, code, name, setting, path, created_at)
       select id, $1, 'community', 'district-' || n, '社区 ' || n, 'urban', $2 || id || '/', now() from place`,
      [streetId, `/${[cityId, districtId, streetId].join('/')}/`],
    );
    await client.query(
      `create temp table home as select n, gen_random_uuid() as id, 1 + n % $2 as place from generate_series(0, $1 - 1) n`,
      [HOUSEHOLDS, COMMUNITIES],
    );
    await client.query(
      `insert into household (id, community_id, unit_id, number, created_at)
       select home.id, place.id, place.id, 'D-' || home.n, now() from home join place on place.n = home.place`,
    );
    await client.query(
      `create temp table person as
       select n, gen_random_uuid() as id, n % $2 as home from generate_series(0, $1 - 1) n`,
      [PEOPLE, HOUSEHOLDS],
    );
    await client.query(
      `insert into resident (id, born_on, born_precision, created_at)
       select id, date '1940-01-01' + n % 29000, 'day', now() from person`,
    );
    await client.query(
      `insert into membership (id, resident_id, household_id, relation, joined_on)
       select gen_random_uuid(), person.id, home.id, '户主', $1::date - 1000 - person.n % 400
       from person join home on home.n = person.home`,
      [today],
    );
    await client.query(
      `insert into award (account_id, id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date,
         source, source_id, state, entry_seq, created_at, posted_at)
       select person.id, gen_random_uuid(), 'resident', home.id, place.id, $1, 1, 5, done.day,
         'give', gen_random_uuid()::text, 'posted', 1 + deed.n, now(), now()
       from generate_series(0, $2 - 1) as deed(n)
       join person on person.n < $3 join home on home.n = person.home join place on place.n = home.place
       cross join lateral (select $4::date - ($5 - 1 - (deed.n * 36 + person.n % 36))::int as day) as done
       order by done.day`,
      [scene.itemId, DEEDS_EACH, TAKING_PART, today, DAYS],
    );
    const { rows } = await client.query<{ id: string }>('select id from place order by n limit 5');
    return rows.map(({ id }) => id);
  } finally {
    client.release(true);
  }
}

/** What a district's supervisor sees of all its communities, and of each. */
export async function measureOversight(callers: Callers, served: Served, owner: Database): Promise<void> {
  const { world, scene, port } = served;
  const communityIds = await fillDistrict(owner, served);
  await owner.pool.query('analyze');
  const { staffId: residentId } = scene;
  const { districtId: unitId } = scene.units;
  const grant = { id: randomUUID(), resident_id: residentId, role: 'districtSupervisor', unit_id: unitId } as const;
  await world.database.db
    .insertInto('role_grant')
    .values({ ...grant, valid_from: '2026-01-01', granted_at: new Date(world.clock()) })
    .execute();
  const token = await signIn(world, residentId);
  const run = async (name: string, path: string, inputs: readonly object[]) => {
    const requests = inputs.map((input) => postOf(path, token, { input }));
    const { waitsMs } = allWell(await callers.call({ port, callers: 1, requests }));
    console.log(`| ${name} | ${whole(median(waitsMs))} / ${whole(quantile(waitsMs, 0.99))} |`);
  };
  const all = (months: number, times: number) => Array.from({ length: times }, () => ({ unitId, months }));
  const path = '/api/oversight/participation';
  await run(`all ${COMMUNITIES} communities, this month, counted for whoever asks`, path, all(1, 5));
  const beganMs = performance.now();
  let kept = 0;
  for (let counted = Infinity; counted > 2 * COMMUNITIES; kept += counted)
    counted = await keepFigures(world, world.clock());
  console.log(
    `| the job counts ${whole(kept)} figures for the first time, in all | ${whole(performance.now() - beganMs)} |`,
  );
  const againMs = performance.now();
  await keepFigures(world, world.clock());
  console.log(`| the job counts the present month anew | ${whole(performance.now() - againMs)} |`);
  for (const months of MONTHS) await run(`all ${COMMUNITIES} communities, ${months} months`, path, all(months, 50));
  await run(
    'one community, its month',
    '/api/oversight/community',
    communityIds.map((one) => ({ unitId: one })),
  );
}
