/**
 * The direction of imports: see ARCHITECTURE.md. Rooms stand on floors and look only down; rooms on one floor do not
 * see each other. config/check-imports.mjs runs this, and plants violations that it must catch.
 */
const registry = require('./cloudfunctions/rooms/rooms.json');

/** What every room stands on: used file by file, while the other rooms are used only by what they offer. */
const { ground } = registry;
const floors = [...ground.map((name) => [name]), ...registry.rooms, ...registry.above.map((name) => [name])];
const rooms = floors.flat();
const typesOnly = ['type-only', 'type-import'];

const inRoom = (names) => `^cloudfunctions/(${names.join('|')})/`;
/** A file of a room's furniture, or the folder of the same name that it became. */
const furniture = (names) => `^cloudfunctions/[^/]+/(${names.join('|')})(\\.ts$|/)`;
const npm = (names) => `node_modules/(${names.join('|')})/`;
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

function roomRules(room) {
  const floor = floors.findIndex((names) => names.includes(room));
  const unseen = floors
    .slice(floor)
    .flat()
    .filter((name) => name !== room);
  if (unseen.length === 0) return [];
  return [
    error(
      `floor-of-${room}`,
      'A room stands on those below it and sees neither its neighbours nor those above; tell them by the outbox.',
      { path: inRoom([room]), pathNot: furniture(['main']) },
      { path: inRoom(unseen) },
    ),
  ];
}

const furnitureRules = [
  error(
    'rooms-by-what-they-offer',
    "Another room is used by its index.ts, contract.ts, rules.ts or events.ts; the rest is that room's own business.",
    { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/host/' },
    {
      path: '^cloudfunctions/',
      pathNot: ['^cloudfunctions/$1/', inRoom(ground), furniture(['index', 'contract', 'rules', 'events', 'main'])],
    },
  ),
  error(
    'contract-stands-on-contracts',
    "A contract is read by both sides: it knows zod, values, the kit's action and fields, and contracts of lower rooms.",
    { path: furniture(['contract']), pathNot: inRoom(ground) },
    {
      path: '.+',
      pathNot: [
        furniture(['contract']),
        inRoom(['values']),
        '^cloudfunctions/kit/(action|fields|refusal|refusal-fields|refusals)\\.ts$',
        npm(['zod']),
      ],
      dependencyTypesNot: typesOnly,
    },
  ),
  error(
    'rules-are-pure',
    'rules.ts decides and does nothing else: no clock, no database, no random, no file. What it needs, it is given.',
    { path: furniture(['rules']), pathNot: inRoom(ground) },
    {
      path: '.+',
      pathNot: [
        furniture(['contract', 'rules']),
        inRoom(['values']),
        '^cloudfunctions/kit/(action|base32|clock|fields|keys|principal|refusal)\\.ts$',
        npm(['zod', 'dayjs', '@noble/[^/]+']),
        // for hashes; that nothing random is taken from it, tests/house sees
        '^(node:)?crypto$',
      ],
      dependencyTypesNot: typesOnly,
    },
  ),
  error(
    'store-is-sql',
    'store.ts holds SQL and nothing else.',
    { path: furniture(['store']), pathNot: inRoom(ground) },
    {
      path: '.+',
      pathNot: [
        inRoom(['values', 'database', 'kit']),
        furniture(['store', 'contract', 'rules']),
        npm(['kysely', 'pg']),
      ],
      dependencyTypesNot: typesOnly,
    },
  ),
  error(
    'store-in-its-own-room',
    "store.ts reads its own room's tables; what other rooms know, actions.ts asks them.",
    { path: '^cloudfunctions/([^/]+)/store(\\.ts$|/)', pathNot: inRoom(ground) },
    {
      path: '^cloudfunctions/',
      pathNot: ['^cloudfunctions/$1/', inRoom(['values', 'database', 'kit'])],
      dependencyTypesNot: typesOnly,
    },
  ),
  error(
    'services-on-own-store',
    "services/ is what a room's actions and the rooms above share: own contract, rules and store, what lower rooms offer, never an action.",
    { path: '^cloudfunctions/([^/]+)/services/' },
    { path: '^cloudfunctions/$1/(actions|main|index)(\\.ts$|/)' },
  ),
  error(
    'actions-side-by-side',
    'What two actions of a room share stands in its services; no action is a way to another.',
    { path: '^cloudfunctions/([^/]+)/actions/(?!index\\.ts$)' },
    { path: '^cloudfunctions/$1/actions/' },
  ),
  error(
    'rooms-have-furniture',
    'A room has contract, rules, store, services, actions, index, events and main, and no file beside them.',
    {
      path: inRoom(registry.rooms.flat()),
      pathNot: furniture(['contract', 'rules', 'store', 'services', 'actions', 'index', 'events', 'main', 'post']),
    },
    {},
  ),
  error(
    'main-is-for-the-host',
    'main.ts is wiring: the build and the host start it, nobody else.',
    { path: '^(cloudfunctions|src)/', pathNot: '^cloudfunctions/host/' },
    { path: furniture(['main']) },
  ),
  error(
    'main-is-wiring',
    'main.ts wires its own room to the kit, the principal (household) and the platform.',
    { path: '^cloudfunctions/([^/]+)/main\\.ts$', pathNot: inRoom(['host', 'jobs']) },
    {
      path: '^cloudfunctions/',
      pathNot: ['^cloudfunctions/$1/', inRoom(ground), '^cloudfunctions/household/index\\.ts$'],
    },
  ),
];

/** What people see stands on floors too: a room uses what lies below it and never what is beside or above it. */
const srcFloors = registry.screens;
/** Taro's page folders, and the gallery of all pieces. */
const entries = ['pages', 'staff', 'gallery'];
const inSrc = (names) => `^src/(${names.join('|')})/`;

const srcRules = [
  ...srcFloors.flat().map((room) => {
    const floor = srcFloors.findIndex((names) => names.includes(room));
    const unseen = [...srcFloors.slice(floor).flat(), ...entries].filter((name) => name !== room);
    return error(
      `src-floor-of-${room}`,
      'A room of src uses those below it; what is above comes in as a prop, from the page.',
      { path: inSrc([room]) },
      { path: inSrc(unseen) },
    );
  }),
  error(
    'src-ground-knows-no-room',
    'Pieces, words, calls and devices are what the rooms stand on; the app itself holds ground and session together.',
    { path: '^src/', pathNot: [inSrc([...srcFloors.flat(), ...entries]), '^src/app\\.tsx$'] },
    { path: inSrc([...srcFloors.flat(), ...entries]) },
  ),
  error(
    'page-entries-are-thin',
    "A folder of Taro's pages names a page of a room, or puts pages and pieces of rooms together; the boundary stands around it.",
    { path: inSrc(['pages', 'staff']) },
    { path: '.+', pathNot: inSrc([...srcFloors.flat(), 'components/page-boundary']) },
  ),
];

const treeRules = [
  error(
    'src-sees-types-of-contracts',
    'What people see knows the rooms by the types of their contracts, and values whole.',
    { path: '^src/' },
    {
      path: '^cloudfunctions/',
      pathNot: [furniture(['contract']), '^cloudfunctions/kit/(action|refusal)\\.ts$', inRoom(['rooms', 'values'])],
    },
  ),
  error(
    'src-imports-no-value-of-a-contract',
    'A value would carry zod and the schemas into the mini-program.',
    { path: '^src/' },
    { path: '^cloudfunctions/', pathNot: inRoom(['values']), dependencyTypesNot: typesOnly },
  ),
  error(
    'values-stand-alone',
    'values is what both sides know: the mini-program carries it whole, so it stands on nothing, neither zod nor Node.',
    { path: inRoom(['values']) },
    { path: '.+', pathNot: inRoom(['values']) },
  ),
  error(
    'src-stays-in-src',
    'What people see is built from src alone.',
    { path: '^src/' },
    { path: '^(config|tests)/' },
  ),
  error(
    'registry-is-types',
    'rooms/ names every room to those above and to src: contracts by their types, and no room itself.',
    { path: inRoom(['rooms']) },
    { path: '.+', pathNot: furniture(['contracts']), dependencyTypesNot: typesOnly },
  ),
  error(
    'rooms-stay-in-the-house',
    'What the functions do is built from cloudfunctions alone.',
    { path: '^cloudfunctions/' },
    { path: '^(src|config|tests)/' },
  ),
  error(
    'every-room-has-a-floor',
    'A new room is entered in cloudfunctions/rooms/rooms.json first.',
    { path: '^cloudfunctions/', pathNot: inRoom(rooms) },
    {},
  ),
  error('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
  error(
    'everything-is-found',
    'An import that cannot be resolved is a fault, and would hide its direction.',
    { path: '^(cloudfunctions|src)/' },
    { couldNotResolve: true, pathNot: '^(@tarojs/|\\./|.*\\.(s?css|png|svg|jpg)$)' },
  ),
];

module.exports = {
  forbidden: [...rooms.flatMap(roomRules), ...furnitureRules, ...srcRules, ...treeRules],
  options: {
    // Without it imports that carry only types are invisible, and so are their directions.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'] },
  },
};
