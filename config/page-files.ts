import type { Compiler } from 'webpack';

const NAME = 'page-files';
/** The name says: for the host alone, which serves nothing that begins with a dot. */
const FILE = '.pages.json';

/**
 * Writes down which files each page of the web needs besides those that every page needs, so that the host can ask the browser
 * to fetch them with the first answer, and the check of sizes can weigh them.
 */
export class PageFiles {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT; // their names are final by then
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const pages: Record<string, string[]> = {};
        for (const group of compilation.chunkGroups)
          for (const { request } of group.origins) {
            const page = /(?:pages|staff)\/[^/]+\/index$/.exec(request ?? '')?.[0];
            if (page) pages[page] = group.getFiles().filter((file) => /\.(js|css)$/.test(file));
          }
        compilation.emitAsset(FILE, new sources.RawSource(JSON.stringify(pages)));
      });
    });
  }
}
