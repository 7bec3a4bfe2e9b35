import type registry from '../cloudfunctions/rooms/rooms.json';

/**
 * The registry of rooms, and the files that are written from it because their readers cannot read it themselves. In it:
 * `ground` and `above`, what stands below and above the rooms, each a floor of its own; `rooms`, floor by floor, each a
 * cloud function; `timers`, functions that are started by a clock and by no client; `screens`, the floors of src.
 */
export type Registry = Omit<typeof registry, 'timers'> & {
  readonly timers: Readonly<Record<string, { readonly name: string; readonly type: string; readonly config: string }>>;
};

const NOT_BY_HAND = 'Written by `npm run generate:rooms`.';
const lines = <T>(names: readonly T[], line: (name: T) => string) => names.map(line).join('\n');
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const contracts = ({ rooms }: Registry) => `${lines(
  rooms.flat().sort(),
  (room) => `import type * as ${room} from '../${room}/contract';`,
)}

/** The contracts of every room by its name: types alone. ${NOT_BY_HAND} */
export interface Contracts {
${lines(rooms.flat(), (room) => `  readonly ${room}: typeof ${room};`)}
}
`;

const wiring = ({ rooms }: Registry) => {
  const mains = rooms.flat().map((room) => ({ name: `{ ${room}Room }`, from: `../${room}/main` }));
  const imports = [...mains, { name: 'type { Room }', from: '../kit/room' }].sort((a, b) => (a.from < b.from ? -1 : 1));
  return `${lines(imports, ({ name, from }) => `import ${name} from '${from}';`)}

export { findPrincipal } from '../household';
export { runDueJobs } from '../jobs';

/** Every room that answers calls, in the order of the floors. ${NOT_BY_HAND} */
export const rooms: readonly Room[] = [
${lines(rooms.flat(), (room) => `  ${room}Room,`)}
];
`;
};

const deployment = ({ rooms, timers }: Registry) => {
  const same = {
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    timeout: 20,
    memorySize: 256,
    installDependency: false,
  };
  const functions = [...rooms.flat(), ...Object.keys(timers)].map((name) => {
    const timer = timers[name];
    return { name, ...same, ...(timer && { triggers: [timer] }) };
  });
  return json({ version: '2.0', envId: '{{env.ENV_ID}}', functionRoot: 'dist/cloudfunctions', functions });
};

const callers = ({ timers }: Registry) =>
  json({
    '*': { invoke: 'auth != null' },
    ...Object.fromEntries(Object.keys(timers).map((name) => [name, { invoke: false }])),
  });

/** By file, its text as the registry would have it. */
export const filesFrom = (registry: Registry): Readonly<Record<string, string>> => ({
  'cloudfunctions/rooms/contracts.ts': contracts(registry),
  'cloudfunctions/host/rooms.ts': wiring(registry),
  'cloudbaserc.json': deployment(registry),
  'config/function-rules.json': callers(registry),
});
