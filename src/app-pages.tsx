import { fetchAhead, knowFiles } from './app-ahead';
import { noteAppFacts } from './app-facts';
import type { PageModule } from './app-page';
import { unopened } from './app-unopened';

/** As the router knows a page: what it loads goes on to the page's place on the stack. */
export interface Route<Context = unknown, Params = unknown> {
  readonly path: string;
  readonly load: (context: Context, params: Params) => readonly [Promise<PageModule>, Context, Params];
}

/** The navigation of this moment; one that was overtaken by another never shows its page. */
let newest = {};
const never = new Promise<PageModule>(() => {});

async function openPage(path: string, load: () => Promise<PageModule>): Promise<PageModule> {
  const own = {};
  newest = own;
  noteAppFacts({ opening: path });
  const page = await load().catch((): PageModule => ({ default: unopened(load) }));
  if (newest !== own) return never;
  noteAppFacts({ opening: undefined });
  fetchAhead(path);
  return page;
}

/**
 * Stands between the web's router and the pages' files (config/index.ts puts it there): a tap is answered while its page is
 * on the way, a page that does not come says so and offers to try again, and who goes back in the meantime stays there.
 */
export function watchPages<Context, Params>(routes: readonly Route<Context, Params>[]): Route<Context, Params>[] {
  knowFiles(routes.map(({ path, load }) => [path, () => load(undefined as Context, undefined as Params)[0]]));
  return routes.map((route) => ({
    ...route,
    load: (context, params) => [openPage(route.path, () => route.load(context, params)[0]), context, params],
  }));
}
