import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../esbuild.mjs';
import { listFiles, read } from './files.mjs';

const { attributes } = JSON.parse(readFileSync(path.join(root, 'src/app-aria.json'), 'utf8'));
const NAMES = Object.keys(attributes);

/** Opening tags with what they say, each by name. */
function tagsIn(text) {
  return [...text.matchAll(/<([a-z][\w-]*)((?:\s+[^\s"=>]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, tag, said]) => ({
    tag,
    says: Object.fromEntries([...said.matchAll(/([^\s"=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value])),
  }));
}

const isTappable = ({ says }) => Object.keys(says).some((name) => /^(?:bind|catch|mut-bind):?tap$/.test(name));
/** What the page has given it, and no constant. */
const isGiven = (value) => /\{\{.*\bi\.\w+.*\}\}/.test(value ?? '');

function faultsIn(file, text) {
  return tagsIn(text)
    .filter(isTappable)
    .flatMap(({ tag, says }) =>
      NAMES.filter((name) => !isGiven(says[name])).map((name) => `${file}: a ${tag} that can be tapped has no ${name}`),
    );
}

const changing = (from, to) => (folder) => {
  const file = path.join(folder, 'base.wxml');
  const text = readFileSync(file, 'utf8');
  if (!text.match(from)) throw new Error(`base.wxml has no ${from}`);
  writeFileSync(file, text.replace(from, to));
};

/**
 * A template that takes a tap takes what a screen reader says of it too, or words would be dropped on the way: Taro's own have
 * none (config/aria.js). Whether each page gives them is seen where pages are drawn (tests/weapp/spoken).
 */
export const spoken = {
  name: 'spoken',
  check(folder) {
    const templates = listFiles(folder, '.wxml');
    const tappable = templates.flatMap((file) => tagsIn(read(folder, file)).filter(isTappable));
    const faults = templates.flatMap((file) => faultsIn(file, read(folder, file)));
    if (tappable.length === 0) faults.push('no template takes a tap');
    return {
      faults: [...new Set(faults)],
      said: `${tappable.length} templates take a tap, and ${NAMES.length} words each`,
    };
  },
  plants: [
    {
      what: 'a view that Taro left plain',
      plant: changing(
        '</template>',
        '</template><template name="t"><view bindtap="eh" id="{{i.uid}}"></view></template>',
      ),
      caught: /a view that can be tapped has no aria-role/,
    },
    {
      what: 'views without a label',
      plant: changing(/(<view [^>]*?)aria-label="[^"]*"/, '$1'),
      caught: /no aria-label/,
    },
    {
      what: 'a role that no page can give',
      plant: changing(/(<view [^>]*?)aria-role="[^"]*"/, '$1aria-role="button"'),
      caught: /no aria-role/,
    },
    { what: 'nothing to tap', plant: changing(/bindtap/g, 'bindtip'), caught: /no template takes a tap/ },
  ],
};
