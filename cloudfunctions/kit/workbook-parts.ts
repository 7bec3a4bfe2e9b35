/** What a workbook says of its sheets and its formats, in the parts that the parser reads too and keeps to itself. */
const tagsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g'))].map(
    ([, attributes = '']) => attributes,
  );

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return value?.[1] ?? value?.[2];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

export interface SheetPart {
  /** Where it stands in the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

/** The sheets in the order of the workbook. */
export function sheetParts(workbook: string, relations: string): SheetPart[] {
  const targets = new Map(
    tagsOf(relations, 'Relationship').map((one) => [attributeOf(one, 'Id'), attributeOf(one, 'Target') ?? '']),
  );
  return tagsOf(workbook, 'sheet')
    .filter((one) => attributeOf(one, 'name'))
    .map((one) => {
      const target = targets.get(/\s[\w-]+:id\s*=\s*["']([^"']*)["']/.exec(one)?.[1]) ?? '';
      const state = attributeOf(one, 'state');
      return {
        part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
        isHidden: state === 'hidden' || state === 'veryHidden',
      };
    });
}

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
