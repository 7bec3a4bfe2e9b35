/** What is done to the built pages before they are served: nothing waits for a style sheet, the worker, the packed files. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../esbuild.mjs';

const PACKED = /\.(js|css|html|svg|json|webmanifest)$/;
/** Below this a packed file saves no packet. */
const LEAST_BYTES = 1_000;

/** Names below the folder, with slashes; without what names with a dot keep to themselves. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** A style sheet in the head would hold back what stands in index.html to be seen at once. */
function showAtOnce(folder) {
  const file = path.join(folder, 'index.html');
  const html = readFileSync(file, 'utf8');
  const sheets = html.match(/<link [^>]*rel="stylesheet"[^>]*>/g) ?? [];
  const head = sheets.reduce((text, sheet) => text.replace(sheet, ''), html);
  writeFileSync(
    file,
    head.replace('</body>', () => `${sheets.join('')}</body>`),
  );
}

/** The app's own files: what a browser asks for to show a page. */
const isKept = (file) => /\.(js|css|svg)$/.test(file) && file !== 'sw.js';

function writeWorker(folder) {
  const files = [
    '/',
    ...filesOf(folder)
      .filter(isKept)
      .map((file) => `/${file}`),
  ];
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file).update(readFileSync(path.join(folder, file === '/' ? 'index.html' : file)));
  const worker = readFileSync(path.join(root, 'config/web/service-worker.js'), 'utf8');
  hash.update(worker);
  const version = hash.digest('hex').slice(0, 16);
  const written = worker.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files));
  writeFileSync(path.join(folder, 'sw.js'), written);
}

function pack(folder) {
  for (const file of filesOf(folder).filter((name) => PACKED.test(name))) {
    const full = path.join(folder, file);
    const bytes = readFileSync(full);
    if (bytes.length < LEAST_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${full}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${full}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

export function finishWeb(folder) {
  showAtOnce(folder);
  writeWorker(folder);
  pack(folder);
}
