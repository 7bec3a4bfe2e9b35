import { readdirSync, readFileSync } from 'node:fs';
import { rooms } from '../../cloudfunctions/host/rooms';

/** An action's name leads to its code: `room.verb` is declared in contract/x.ts and handled in actions/x.ts by what is named `verb`. */
const read = (file: string) => readFileSync(file, 'utf8');
const filesOf = (folder: string) => readdirSync(folder).filter((file) => file !== 'index.ts');

const declared = (room: string) =>
  filesOf(`cloudfunctions/${room}/contract`).flatMap((file) =>
    [...read(`cloudfunctions/${room}/contract/${file}`).matchAll(/name: '(\w+\.\w+)'/g)].map(([, name]) => [
      name,
      file,
    ]),
  );
const CALLS =
  /(?:export const (\w+) = )?\b(?:read|write|writeWithSecret|sharedWrite)\(\s*contract\.(\w+),\s*(?:async \(|(\w+))/g;
const handled = (room: string) =>
  filesOf(`cloudfunctions/${room}/actions`).flatMap((file) =>
    [...read(`cloudfunctions/${room}/actions/${file}`).matchAll(CALLS)].map(([, kept, verb, handler]) => ({
      name: `${room}.${verb}`,
      file,
      handler: `${room}.${handler ?? kept}`,
    })),
  );

describe.each(rooms.map(({ name, actions }) => [name, actions] as const))('%s', (room, actions) => {
  it('handles each action in the file of its contract, by its verb', () => {
    const files = Object.fromEntries(declared(room));
    const names = actions.map(({ action }) => action.name).sort();
    expect(
      handled(room)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names);
    expect(handled(room).filter(({ name, file, handler }) => files[name] !== file || handler !== name)).toEqual([]);
  });
});
