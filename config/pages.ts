import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(__dirname, '../src');

function findPages(folder: string): string[] {
  const root = path.join(source, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root).filter((name) => existsSync(path.join(root, name, 'index.tsx')));
}

/**
 * Every page is a folder with an `index.tsx` below `src/pages` (the main package) or `src/staff` (a subpackage), so that a new
 * page is registered by being there; that file only names the page, which stands in its room, src/<room>. Home comes first,
 * because the first page is where the app opens. The gallery shows every piece to those who build the app and is in nobody
 * else's; signing in is the web's only, for on WeChat one is who WeChat says.
 */
export function listPages(face: string, withGallery: boolean): { main: string[]; staff: string[] } {
  const pages = findPages('pages').filter((name) => face === 'h5' || name !== 'sign-in');
  const main = pages.sort((a, b) => Number(b === 'home') - Number(a === 'home') || a.localeCompare(b));
  return {
    main: [...main.map((name) => `pages/${name}/index`), ...(withGallery ? ['gallery/index'] : [])],
    staff: findPages('staff').map((name) => `${name}/index`),
  };
}
