import { Writable } from 'node:stream';
import { actions } from '../../cloudfunctions/household/actions';
import { createLog } from '../../cloudfunctions/kit/log';
import { useDatabase } from '../support/database';
import { keepFile } from '../support/upload';
import { testWorld } from '../support/world';
import { CONSENT, insertNeighbourhood, newcomer, openDoor, outcome } from './neighbourhood';
import { makeWorkbook } from './workbook';

const database = useDatabase();
const CANARY = /金丝雀|14077777|鸟笼路|777X|笼中备注/;

describe('personal data', () => {
  it('comes into no log line, no kept answer, no audit entry and no event, whatever is done with it', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const world = { ...testWorld(database), log: createLog('debug', destination) };
    const { here, staff, gridWorker } = await insertNeighbourhood(world);
    await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [here.gridId]);
    const ask = openDoor(world, actions);

    const head = { name: '金丝雀大', phone: '14077777001' };
    const home = await ask(staff.identity, 'addHousehold', { unitId: here.gridId, address: '鸟笼路1号', head });
    const { householdId, headId } = home.data;
    await ask(staff.identity, 'addHousehold', { unitId: here.gridId, address: '鸟笼路1号', head });
    await ask(staff.identity, 'addMember', { householdId, name: '金丝雀小', relation: '子', phone: '14077777002' });
    await ask(staff.identity, 'addMember', { householdId, name: '金丝雀小', relation: '子' });
    for (const query of ['金丝雀', '14077777001', '7001'])
      await ask(staff.identity, 'find', { unitId: here.communityId, query });
    await ask(staff.identity, 'get', { householdId });
    await ask(staff.identity, 'names', { residentIds: [headId] });
    const card = await ask(staff.identity, 'issueCard', { householdId });
    const code = await ask(staff.identity, 'issueBindCode', { residentId: headId });
    const who = newcomer();
    const bound = await ask(who, 'bindByCard', { card: card.data.qr, code: code.data.code, consent: CONSENT });
    expect(bound.data.name).toBe('金丝雀大');
    const applicant = newcomer();
    const said = {
      communityId: here.communityId,
      name: '金丝雀三',
      phone: '14077777003',
      address: '鸟笼路3号',
      consent: CONSENT,
    };
    const applied = await ask(applicant, 'applyToBind', said);
    expect((await ask(gridWorker.identity, 'applications', { unitId: here.gridId })).data.applications[0]?.name).toBe(
      '金丝雀三',
    );
    const decision = { kind: 'newHousehold', unitId: here.gridId };
    await ask(gridWorker.identity, 'decideApplication', { applicationId: applied.data.applicationId, decision });
    const roster = makeWorkbook([
      ['户编号', '姓名', '与户主关系', '证件号后四位', '联系电话', '居住地址', '网格', '备注'],
      ['C1', '金丝雀四', '户主', '777X', '14077777004', '鸟笼路4号', '第一网格', '笼中备注'],
      ['C1', '金丝雀五', '子', '777X', '140 7777 7005', null, '第一网格', '笼中备注'],
      ['C1', '金丝雀五', '子', null, null, null, '第一网格', null],
    ]);
    const fileHash = await keepFile(world, staff.identityId, roster);
    const file = { unitId: here.communityId, fileName: '金丝雀.xlsx', fileHash };
    await ask(staff.identity, 'previewRoster', file);
    const taken = await ask(staff.identity, 'importRoster', file);
    expect(JSON.stringify(taken.data.findings)).toContain('金丝雀四');
    expect(outcome(await ask(staff.identity, 'importRoster', { ...file, fileName: 7 }))).toBe('INVALID_INPUT');

    const secrets = [card.data.qr, card.data.number, code.data.code, card.data.qr.replace(/.*\//, '')];
    for (const table of [
      'request_log',
      'audit_log',
      'outbox',
      'attempt',
      'bind_application',
      'roster_import',
      'binding_event',
    ]) {
      const { rows } = await database.ownerPool.query(`select t::text as text from ${table} t`);
      const text = rows.map((row) => row.text).join('\n');
      expect(text).not.toMatch(CANARY);
      if (table !== 'attempt') expect(text.length).toBeGreaterThan(0);
      for (const secret of secrets.slice(0, 2)) expect(text).not.toContain(secret);
    }
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.join('\n')).not.toMatch(CANARY);
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(`"${secret}"`);
  });
});
