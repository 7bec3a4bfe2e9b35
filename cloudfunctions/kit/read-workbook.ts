import type { FileRefusal, Sheet } from './excel';

/**
 * All sheets of a workbook, as `excel.ts` reads them. The reader is asked for here and not imported: a cloud function has it
 * in a file of its own, which an instance that is given no workbook never loads.
 */
export async function readWorkbook(file: Buffer): Promise<readonly Sheet[] | FileRefusal> {
  const excel = await import('./excel');
  return excel.readWorkbook(file);
}
