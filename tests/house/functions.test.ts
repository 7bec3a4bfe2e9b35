import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import cloudbase from '../../cloudbaserc.json';
import registry from '../../cloudfunctions/rooms/rooms.json';
import rules from '../../config/function-rules.json';
import project from '../../project.config.json';

const root = path.resolve(__dirname, '../..');
const rooms = readdirSync(path.join(root, 'cloudfunctions')).filter(
  (room) => room !== 'host' && existsSync(path.join(root, 'cloudfunctions', room, 'main.ts')),
);

it('deploys every room that has a way in, and nothing else', () => {
  expect(rooms.length).toBeGreaterThan(registry.rooms.flat().length);
  expect(cloudbase.functions.map(({ name }) => name).sort()).toEqual(rooms.sort());
});

it('uploads what was bundled, so that the platform has nothing to install', () => {
  expect(cloudbase.functionRoot).toBe('dist/cloudfunctions');
  expect(project.cloudfunctionRoot).toBe('dist/cloudfunctions/');
  for (const one of cloudbase.functions) expect(one).toMatchObject({ installDependency: false, handler: 'index.main' });
});

it('gives a function the 20 seconds and the runtime that the rooms are written for', () => {
  for (const one of cloudbase.functions) expect(one).toMatchObject({ timeout: 20, runtime: 'Nodejs20.19' });
});

it('keeps timers in a function of their own that no client may call', () => {
  const timed = cloudbase.functions.filter((one) => 'triggers' in one).map(({ name }) => name);
  expect(timed).toEqual(['jobs']);
  expect(rules).toEqual({ '*': { invoke: 'auth != null' }, jobs: { invoke: false } });
});
