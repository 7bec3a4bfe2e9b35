import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addHouseholds, maskName, membersOf, namesOf, personsOf } from '../../cloudfunctions/household';
import { personalDataOf } from '../../cloudfunctions/household/services/personal/read';
import { erasePersonal } from '../../cloudfunctions/household/store/personal';
import { useDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { testWorld } from '../support/world';
import { registerHome, seededRandom } from './neighbourhood';

const database = useDatabase();
const random = seededRandom('personal');
const world = () => testWorld(database, { random });

describe('personal data', () => {
  it('is read back as it was given, by subject, and a household bears the name of its head', async () => {
    const units = await insertUnits(database.db);
    const { householdId, memberIds } = await registerHome(
      world(),
      units,
      { name: '李桂芳', phone: '14000000001', idTail: '422X', note: '空巢老人' },
      { name: '李小明' },
    );
    const [headId = '', sonId = ''] = memberIds;
    expect(await namesOf(world(), database.db, [headId, sonId, householdId, randomUUID()])).toEqual(
      new Map([
        [headId, '李桂芳'],
        [sonId, '李小明'],
        [householdId, '李桂芳'],
      ]),
    );
    const words = await personalDataOf(world(), database.db, [headId]);
    expect(words.get(headId)).toEqual({ name: '李桂芳', phone: '14000000001', idTail: '422X', note: '空巢老人' });
    expect(maskName('李桂芳')).toBe('李＊芳');
  });

  it('stands nowhere in the database in the clear', async () => {
    const units = await insertUnits(database.db);
    await registerHome(world(), units, { name: '金丝雀', phone: '14012345678', idTail: '987X', note: '金丝雀的备注' });
    const { rows } = await database.ownerPool.query(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'keyring') and table_type = 'BASE TABLE'",
    );
    for (const { name } of rows) {
      const all = await database.ownerPool.query(
        `select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`,
      );
      expect(all.rows[0].text).not.toMatch(/金丝雀|14012345678/);
      expect(all.rows[0].text).not.toContain(Buffer.from('金丝雀').toString('hex'));
    }
  });

  it('cannot be read under another subject or another column', async () => {
    const units = await insertUnits(database.db);
    const { memberIds } = await registerHome(world(), units, { name: '甲一' }, { name: '乙二', phone: '14000000002' });
    const [a = '', b = ''] = memberIds;
    await database.ownerPool.query(
      'update personal_data set name_enc = (select name_enc from personal_data where subject_id = $2) where subject_id = $1',
      [a, b],
    );
    await expect(namesOf(world(), database.db, [a])).rejects.toThrow();
    await database.ownerPool.query('update personal_data set name_enc = phone_enc where subject_id = $1', [b]);
    await expect(namesOf(world(), database.db, [b])).rejects.toThrow();
  });

  it('is gone with its key when erased, and the resident stays', async () => {
    const units = await insertUnits(database.db);
    const { memberIds } = await registerHome(world(), units, { name: '走了的人' });
    await erasePersonal(database.db, memberIds);
    expect(await namesOf(world(), database.db, memberIds)).toEqual(new Map());
    const left = await database.ownerPool.query('select from personal_index where subject_id = any($1)', [memberIds]);
    expect(left.rowCount).toBe(0);
    expect((await personsOf(database.db, memberIds)).size).toBe(1);
  });

  it('lists the members of a household, the head first and the dead not at all', async () => {
    const units = await insertUnits(database.db);
    const { householdId, memberIds } = await registerHome(
      world(),
      units,
      { name: '户主', bornOn: '1990-01-01' },
      { name: '老人', bornOn: '1941-01-01' },
      { name: '亡人', bornOn: '1940-01-01' },
    );
    await database.ownerPool.query("update resident set died_on = '2026-10-01' where id = $1", [memberIds[2]]);
    const members = await membersOf(database.db, householdId);
    expect(members.map((member) => member.residentId)).toEqual(memberIds.slice(0, 2));
    expect(members[0]).toMatchObject({ unitId: units.gridId, communityId: units.communityId, headId: memberIds[0] });
  });

  it('takes 400 households with 1,200 people in by as many statements as one', async () => {
    const units = await insertUnits(database.db);
    const street = (length: number) =>
      Array.from({ length }, (_, i) => ({
        householdId: randomUUID(),
        communityId: units.communityId,
        unitId: units.gridId,
        number: `S${length}-${i}`,
        address: `成批路${i}号`,
        members: Array.from({ length: 3 }, (_, at) => ({
          residentId: randomUUID(),
          name: '成批人',
          relation: at === 0 ? '户主' : '子',
          phone: `140${String(i * 3 + at).padStart(8, '0')}`,
        })),
      }));
    const queries = jest.spyOn(Client.prototype, 'query');
    const statementsFor = async (length: number) => {
      const households = street(length);
      queries.mockClear();
      await addHouseholds(testWorld(database), database.db, households);
      const count = queries.mock.calls.length;
      expect((await membersOf(database.db, households.at(-1)?.householdId ?? '')).length).toBe(3);
      return count;
    };
    const one = await statementsFor(1);
    expect(one).toBeGreaterThan(3);
    expect(await statementsFor(400)).toBe(one);
    queries.mockRestore();
  });
});
