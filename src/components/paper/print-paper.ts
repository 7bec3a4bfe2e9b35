import type { Paper } from './sheets';

/** False where the piece that draws it did not come. It is a file of its own: few print. */
export async function printPaper(paper: Paper): Promise<boolean> {
  const drawn = await import('./print').catch(() => undefined);
  drawn?.printForm(paper);
  return drawn !== undefined;
}
