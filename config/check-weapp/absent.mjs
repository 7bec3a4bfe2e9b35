import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn, parseScripts } from './scripts.mjs';

/** Names of the web's that no mini-program knows, and for the decoder of pictures one that only it uses. */
const foreign = new Map([
  ['fetch', 'asks the network as a browser does'],
  ['XMLHttpRequest', 'asks the network as a browser does'],
  ['WebSocket', 'asks the network as a browser does'],
  ['FileReader', 'reads files as a browser does'],
  ['createImageBitmap', 'reads pictures as a browser does'],
  ['getUserMedia', 'opens the web’s camera'],
  ['speechSynthesis', 'speaks as a browser does'],
  ['localStorage', 'keeps as a browser does'],
  ['sessionStorage', 'keeps as a browser does'],
  ['inversionAttempts', 'is jsqr, 130 kB that WeChat’s own scanner makes needless'],
]);

const adding = (text) => (folder) => appendFileSync(path.join(folder, 'common.js'), `\n${text}`);

/** What only the web face needs stands in a file that has a `.weapp` twin, and so does not come along. */
export const absent = {
  name: 'absent',
  check(folder) {
    const scripts = parseScripts(folder);
    const faults = scripts.flatMap(({ file, tree }) =>
      [...namesIn(tree)]
        .filter((name) => foreign.has(name))
        .map((name) => `${file} has ${name}, which ${foreign.get(name)}`),
    );
    return { faults, said: `${scripts.length} scripts, ${foreign.size} names of the web looked for` };
  },
  plants: [
    { what: 'a call of fetch', plant: adding('fetch("/api");'), caught: /common\.js has fetch/ },
    { what: 'fetch as the window’s', plant: adding('window.fetch("/api");'), caught: /common\.js has fetch/ },
    { what: 'a FileReader', plant: adding('new FileReader();'), caught: /common\.js has FileReader/ },
    {
      what: 'the web’s camera',
      plant: adding('navigator.mediaDevices["getUserMedia"]({});'),
      caught: /common\.js has getUserMedia/,
    },
    { what: 'the decoder', plant: adding('a.inversionAttempts;'), caught: /common\.js has inversionAttempts/ },
  ],
};
