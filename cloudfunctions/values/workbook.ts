/** What the parts of a spreadsheet's archive say, to whoever reads them and to whoever writes beside them. */

export const tagsOf = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];

export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return value?.[1] ?? value?.[2];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A value, or a text, with something in it; blanks are nothing. */
export const HAS_VALUE = /<(?:[\w-]+:)?[vt](?=[\s>])[^<>]*>\s*[^<\s]/;

export interface SheetPart {
  /** As people see it. */
  readonly name: string;
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
        name: unescaped(attributeOf(one, 'name') ?? ''),
        part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
        isHidden: state === 'hidden' || state === 'veryHidden',
      };
    });
}
