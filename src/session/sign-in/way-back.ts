/** Replaced by the build: every page there is. */
const { main, staff }: { main: string[]; staff: string[] } = JSON.parse(process.env.PAGES ?? '{"main":[],"staff":[]}');
const PAGES = new Set([...main, ...staff.map((page) => `staff/${page}`)].map((page) => `/${page}`));
PAGES.delete('/pages/sign-in/index'); // done with

/** The page of this app that the address names, with its query. Whatever is no page here, another origin above all, is none. */
export function wayBack(to: string | undefined): string | undefined {
  const link = decoded(to ?? '');
  const [page = ''] = link.split('?');
  return PAGES.has(page) ? link : undefined;
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}
