import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import cloudbase from '../../cloudbaserc.json';
import { useDatabase } from '../support/database';

const root = path.resolve(__dirname, '../..');
const WORKBOOK = 'cloudfunctions/host/demo/data/roster-liuhe-made-up.xlsx';
const database = useDatabase();
let folder: string;
const functions = () => path.join(folder, 'functions');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  execFileSync(process.execPath, [path.join(root, 'config/build-functions.mjs'), functions()]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CALL = `const { index, event, context } = JSON.parse(process.argv[1]);
require(index).main(event, context).then((answer) => { console.log(JSON.stringify(answer)); process.exit(0); });`;

/** A cold instance of the bundle, in a process of its own as the platform gives it, answers one event. */
function call(room: string, event: object, openid?: string): { ok: boolean; code?: string; data?: unknown } {
  const context = { request_id: 'r', environment: JSON.stringify(openid ? { WX_OPENID: openid } : {}) };
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    BEHAVIOUR_BANK_SECRET: createHash('sha256').update('bundles').digest('hex'),
    BEHAVIOUR_BANK_ORIGIN: 'https://bank.test',
    LOG_LEVEL: 'silent',
  };
  const request = JSON.stringify({ index: path.join(functions(), room, 'index.js'), event, context });
  return JSON.parse(execFileSync(process.execPath, ['-e', CALL, request], { cwd: folder, env, encoding: 'utf8' }));
}

const open = cloudbase.functions.map(({ name }) => name).filter((name) => name !== 'jobs');

it.each(open)('%s answers with nothing beside it but its bundle and its environment', (room) => {
  expect(call(room, { action: 'noSuchAction' }, 'openid-of-a-stranger')).toMatchObject({ code: 'ACTION_NOT_FOUND' });
});

it.each(open)('%s refuses a caller whom the platform does not name', (room) => {
  expect(call(room, { action: 'noSuchAction', userInfo: { openId: 'forged' } })).toMatchObject({
    code: 'NOT_SIGNED_IN',
  });
});

it('tells a newcomer from WeChat that they are known and not bound yet', () => {
  expect(call('household', { action: 'me', input: {} }, 'openid-of-a-newcomer')).toMatchObject({
    ok: true,
    data: { resident: null },
  });
});

const READ = `const { excel, file } = JSON.parse(process.argv[1]);
require(excel).readWorkbook(require('node:fs').readFileSync(file)).then((sheets) => console.log(JSON.stringify(sheets.length)));`;

it.each(['household', 'catalogue'])('%s reads workbooks by a file beside it that a cold start leaves alone', (room) => {
  const index = readFileSync(path.join(functions(), room, 'index.js'), 'utf8');
  expect(index).toContain('require("./excel.js")');
  expect(index).not.toContain('xl/workbook.xml');
  const request = { excel: path.join(functions(), room, 'excel.js'), file: path.join(root, WORKBOOK) };
  const said = execFileSync(process.execPath, ['-e', READ, JSON.stringify(request)], { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(said)).toBeGreaterThan(0);
});
