import { unescaped } from '../../../cloudfunctions/values/workbook';

/** All that a pattern finds, in its order: `matchAll` is younger than the oldest phones that we know. */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const finder = new RegExp(pattern.source, pattern.flags);
  const found: RegExpExecArray[] = [];
  for (let one = finder.exec(text); one; one = finder.exec(text)) found.push(one);
  return found;
}

/** Which of the workbook's shared texts are these words. */
export function sharedAs(strings: string, words: string): ReadonlySet<number> {
  const items = strings.match(/<(?:[\w-]+:)?si(?=[\s>])[\s\S]*?<\/(?:[\w-]+:)?si>|<(?:[\w-]+:)?si\s*\/>/g) ?? [];
  const textOf = (item: string) =>
    unescaped(
      findAll(/<(?:[\w-]+:)?t(?=[\s>])[^<>]*>([^<]*)</g, item)
        .map(([, text = '']) => text)
        .join(''),
    );
  return new Set(items.flatMap((item, at) => (textOf(item).trim() === words ? [at] : [])));
}
