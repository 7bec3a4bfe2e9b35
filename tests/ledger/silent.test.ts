import { findPrincipal } from '../../cloudfunctions/household';
import { openRoom } from '../../cloudfunctions/kit/room';
import { ledgerAlarms } from '../../cloudfunctions/ledger';
import { ledgerRoom } from '../../cloudfunctions/ledger/main';
import { COUNTERSIGN_WITHIN_DAYS } from '../../cloudfunctions/ledger/services/watch';
import { countersigned, makeKey } from '../reliability/matrix/countersigner';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { setThreeDays } from './three-days';

/** A committee that said it would sign and does not is told of to whoever looks after the installation. */
const DAY_MS = 86_400_000;
const database = useDatabase();

it('raises an alarm once a committee has not signed a finished day for two weeks, until it does or its key ends', async () => {
  const { world, admin, district, unitId, checkpoints } = await setThreeDays(database);
  const door = openRoom(ledgerRoom, world, findPrincipal);
  let asked = 0;
  const ask = async (who: typeof admin | null, verb: string, input: object) => {
    const body = { input, requestId: `silent-${String(asked++).padStart(16, '0')}` };
    const answer = (await door(verb, { body, identity: who?.identity ?? null, address: '203.0.113.7' })) as {
      ok: boolean;
      data?: { countersignerId: string };
    };
    expect(answer).toMatchObject({ ok: true });
    return answer.data?.countersignerId ?? '';
  };
  const silent = async (days: number) => (await ledgerAlarms(world, TEST_NOW_MS + days * DAY_MS)).countersignersSilent;
  const long = COUNTERSIGN_WITHIN_DAYS;
  expect(await silent(long + 9)).toBe(0); // nobody said that they would
  const committee = makeKey();
  const countersignerId = await ask(admin, 'nameCountersigner', {
    ...{ unitId, name: '村务监督委员会', publicKey: committee.publicKey },
  });
  expect(await silent(long + 9)).toBe(0); // the word of one is none
  await ask(district, 'confirmCountersigner', { countersignerId });
  await database.ownerPool.query('alter table countersigner_word disable trigger all');
  await database.ownerPool.query('update countersigner_word set said_at = $1', [new Date(TEST_NOW_MS)]);
  await database.ownerPool.query('alter table countersigner_word enable trigger all');
  expect(await silent(long - 1)).toBe(0);
  expect(await silent(long)).toBe(1);
  const last = checkpoints.at(-1);
  if (!last) throw new Error('no day was signed');
  const day = countersigned(last, TEST_NOW_MS + 3 * DAY_MS, committee.privateKey);
  await ask(null, 'countersign', { publicKey: committee.publicKey, days: [day] });
  expect(await silent(long + 9)).toBe(0);
});
