/** What a phone must fetch and know before the web app shows itself, over dist/h5: bytes and names, the same on every machine. */
import { appendFileSync, cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { methodsIn, unknownTo } from './check-weapp/builtins.mjs';
import { parseScripts } from './check-weapp/scripts.mjs';
import { root } from './esbuild.mjs';
import { runGates } from './gates.mjs';
import floor from './web/floor.json' with { type: 'json' };

const kB = 1000;
/** index.html alone: it shows itself before anything else has come. */
const PAINT_MAX = 5 * kB;
/** All that a page of residents, or of staff, runs on. */
const PAGE_MAX = 200 * kB;
const STAFF_PAGE_MAX = 230 * kB;

/** As it goes over the wire to a browser of today. */
function packedSize(folder, file) {
  const packed = path.join(folder, `${file}.br`);
  return statSync(existsSync(packed) ? packed : path.join(folder, file)).size;
}

const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8');
const namedIn = (html) => [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, file]) => file);

function checkPaint(folder) {
  const html = read(folder, 'index.html');
  const head = html.slice(0, html.indexOf('</head>'));
  const bytes = packedSize(folder, 'index.html');
  const faults = [];
  if (!html.includes('id="opening"')) faults.push('index.html shows nothing by itself');
  if (/rel="stylesheet"/.test(head)) faults.push('a style sheet in the head holds the first paint back');
  if (/<script(?![^>]*\bdefer\b)/.test(html)) faults.push('a script without defer holds the first paint back');
  if (bytes > PAINT_MAX) faults.push(`index.html has ${bytes} bytes, ${PAINT_MAX} are allowed`);
  return { faults, said: `index.html ${(bytes / kB).toFixed(1)} kB` };
}

function weigh(folder) {
  const always = namedIn(read(folder, 'index.html'));
  const pages = Object.entries(JSON.parse(read(folder, '.pages.json')));
  return pages.map(([page, own]) => {
    const files = [...new Set(['index.html', ...always, ...own])];
    return { page, bytes: files.reduce((sum, file) => sum + packedSize(folder, file), 0) };
  });
}

function checkPages(folder) {
  const weighed = weigh(folder);
  const maxOf = (page) => (page.startsWith('staff/') ? STAFF_PAGE_MAX : PAGE_MAX);
  const heavy = weighed.filter(({ page, bytes }) => bytes > maxOf(page));
  const faults = heavy.map(({ page, bytes }) => `${page} needs ${bytes} bytes, ${maxOf(page)} are allowed`);
  const most = (isStaff) =>
    Math.max(...weighed.filter(({ page }) => page.startsWith('staff/') === isStaff).map(({ bytes }) => bytes));
  if (weighed.length === 0) faults.push('no page is named in .pages.json');
  return { faults, said: `pages up to ${Math.round(most(false) / kB)} kB, staff's ${Math.round(most(true) / kB)} kB` };
}

/** src/app-older.ts. */
const FILLED = new Set(['es.string.replace-all']);
/** Listed for a fault that was mended later: they are there, and do what we use of them. */
const MENDED = ['replace', 'reduce', 'reduceRight', 'sort', 'finally'];
const FLOOR = { chrome: floor.chrome, ios: floor.ios };

/** Nothing stands in for what an engine lacks, so nothing newer may be asked of it. */
function checkNames(folder) {
  const unknown = new Set([...unknownTo(FLOOR, FILLED)].filter((name) => !MENDED.includes(name)));
  const pages = parseScripts(folder).filter(({ file }) => file.startsWith('js/'));
  const faults = pages.flatMap(({ file, tree }) =>
    [...methodsIn(tree)]
      .filter((name) => unknown.has(name))
      .map((name) => `${file} uses ${name}, which the floor lacks`),
  );
  return { faults, said: `${unknown.size} names newer than Chrome ${floor.chrome} and iOS ${floor.ios}` };
}

const change = (file, edit) => (folder) => writeFileSync(path.join(folder, file), edit(read(folder, file)));
const grow = (page) => (folder) => {
  const [file] = JSON.parse(read(folder, '.pages.json'))[page];
  writeFileSync(path.join(folder, `${file}.br`), Buffer.alloc(STAFF_PAGE_MAX, 'a'));
};

const built = path.join(root, 'dist/h5');
if (!existsSync(path.join(built, '.pages.json'))) {
  console.error('size: dist/h5 is not built (npm run build:h5)');
  process.exit(1);
}
runGates({
  label: 'size',
  built,
  copyTo: (folder) => cpSync(built, folder, { recursive: true }),
  gates: [
    {
      name: 'first paint',
      check: checkPaint,
      plants: [
        {
          what: 'a style sheet in the head',
          plant: change('index.html', (html) =>
            html.replace('</head>', '<link rel="stylesheet" href="/css/a.css"></head>'),
          ),
          caught: /style sheet in the head/,
        },
        {
          what: 'a script that holds back',
          plant: change('index.html', (html) => html.replace('</head>', '<script src="/js/a.js"></script></head>')),
          caught: /script without defer/,
        },
        {
          what: 'an empty page',
          plant: change('index.html', (html) => html.replace('id="opening"', '')),
          caught: /shows nothing/,
        },
        {
          what: 'a heavy page',
          plant: (folder) => writeFileSync(path.join(folder, 'index.html.br'), Buffer.alloc(PAINT_MAX + 1)),
          caught: /index\.html has/,
        },
      ],
    },
    {
      name: 'pages',
      check: checkPages,
      plants: [
        { what: 'a heavy page of residents', plant: grow('pages/home/index'), caught: /^pages\/home\/index needs/ },
        { what: 'a heavy page of staff', plant: grow('staff/award/index'), caught: /^staff\/award\/index needs/ },
      ],
    },
    {
      name: 'names',
      check: checkNames,
      plants: [
        {
          what: 'the last of an array',
          plant: (folder) => appendFileSync(path.join(folder, namedIn(read(folder, 'index.html'))[0]), '\n[].at(-1);'),
          caught: /uses at, which the floor lacks/,
        },
      ],
    },
  ],
});
