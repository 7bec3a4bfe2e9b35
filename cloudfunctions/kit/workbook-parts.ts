import { attributeOf, HAS_VALUE, tagsOf, unescaped } from '../values/workbook';

/** Formats without a code of their own, as far as they show something else than the number. */
const BUILT_IN: Readonly<Record<string, string>> = {
  9: '0%',
  10: '0.00%',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
};

/** By a cell's style: the code in which Excel shows its numbers, or null where it shows them as they are. */
export function numberFormats(styles: string): (style: number) => string | null {
  const codes = new Map(
    tagsOf(styles, 'numFmt').map((one) => [
      attributeOf(one, 'numFmtId'),
      unescaped(attributeOf(one, 'formatCode') ?? ''),
    ]),
  );
  const cells = /<(?:[\w-]+:)?cellXfs(?=[\s>])[\s\S]*?<\/(?:[\w-]+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  const byStyle = tagsOf(cells, 'xf').map((one) => {
    const id = attributeOf(one, 'numFmtId') ?? '0';
    const code = codes.get(id) ?? BUILT_IN[id] ?? null;
    return code === 'General' ? null : code;
  });
  return (style) => byStyle[style] ?? null;
}

/**
 * Of the texts that cells share, by their number, those in which nothing stands: formulas that gave "" leave them behind
 * where they are pasted as values.
 */
export function blankTexts(shared: string): ReadonlySet<number> {
  const texts = shared.matchAll(/<((?:[\w-]+:)?si)(?=[\s/>])[^<>]*?(?:\/>|>([\s\S]*?)<\/\1>)/g);
  return new Set([...texts].flatMap(([, , inside = ''], number) => (HAS_VALUE.test(inside) ? [] : number)));
}
