import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rooms } from '../../cloudfunctions/host/rooms';
import registry from '../../cloudfunctions/rooms/rooms.json';
import { filesFrom } from '../../config/rooms';

const floors = [...registry.ground, ...registry.rooms.map((floor) => floor.join(', ')), ...registry.above];
const names = [...registry.ground, ...registry.rooms.flat(), ...registry.above];
const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const read = (file: string) => readFileSync(file, 'utf8');
const files = Object.entries(filesFrom(registry));

it('names every folder of the house, and no other', () => {
  expect(foldersOf('cloudfunctions').sort()).toEqual([...names].sort());
  expect(registry.screens.flat().filter((name) => !existsSync(`src/${name}`))).toEqual([]);
});

it('is what the map tells', () => {
  expect(read('ARCHITECTURE.md')).toContain(`\`${floors.join(' → ')}\``);
});

it.each(files)('is what %s was written from (else: npm run generate:rooms)', (file, text) => {
  expect(read(file)).toBe(text);
});

it.each(registry.rooms.flat())('would be missed where it is left out: %s', (room) => {
  const without = filesFrom({ ...registry, rooms: registry.rooms.map((floor) => floor.filter((one) => one !== room)) });
  const same = Object.entries(without).filter(([file, text]) => read(file) === text);
  // who may call is said of all of them at once
  expect(same.map(([file]) => file)).toEqual(['config/function-rules.json']);
});

describe.each(rooms.map((room) => [room.name, room] as const))('%s', (name, room) => {
  it('has the furniture of a room, and actions of its own name', () => {
    const has = (part: string) =>
      [`${part}.ts`, `${part}/index.ts`].some((it) => existsSync(`cloudfunctions/${name}/${it}`));
    expect(['contract', 'actions', 'events', 'main'].filter((part) => !has(part))).toEqual([]);
    expect(room.actions.length).toBeGreaterThan(0);
    expect(room.actions.filter(({ action }) => !action.name.startsWith(`${name}.`))).toEqual([]);
  });
});

it('is served whole, floor by floor', () => {
  expect(rooms.map(({ name }) => name)).toEqual(registry.rooms.flat());
});
