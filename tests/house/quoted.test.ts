import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow, root } from './sources';

const GUIDES = ['docs/居民指南.md', 'docs/工作人员指南.md'];

/** What stands in quotation marks and is no words of a screen, and whose words it is. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['已故', '迁出', '限独居老人', '巡逻', '是'].map((words) => [words, 'what a sheet says'])),
  ...Object.fromEntries(['户编号、姓名', '积分事项、分值'].map((words) => [words, 'headings of a sheet'])),
  ...Object.fromEntries(
    ['一等奖10分，二等奖5分', '加几分', '+', '每小时加1分', '每2小时加1分', '每户每年最多3次'].map((words) => [
      words,
      'what a rule sheet says',
    ]),
  ),
  ...Object.fromEntries(['文本', '只粘贴值'].map((words) => [words, 'Excel’s words'])),
  '另存为 PDF': 'the browser’s words',
  现在不一样了: 'the end of a sentence that names the day',
  接不上: 'likewise',
  '列 7/14': 'how many columns of how many',
};

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const closed = (text: string) => text.replace(/\s/g, '');
const escaped = (text: string) => closed(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const HAN = /\p{Script=Han}/gu;

/** What a screen says, in pieces: between them stands what is filled in. */
type Said = readonly string[];

function piecesOf(node: ts.Node): Said | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

function saidIn(file: string): Said[] {
  const said: Said[] = [];
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const walk = (node: ts.Node) => {
    const pieces = piecesOf(node);
    if (pieces?.join('').match(HAN)) said.push(pieces);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return said;
}

const sources = [...filesBelow('src'), ...filesBelow('cloudfunctions/values')];
const said = sources.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/gallery')).flatMap(saidIn);
/** One sign beside what is filled in, such as 人, would be the end of anything. */
const says = (pieces: Said) => pieces.length === 1 || (pieces.join('').match(HAN) ?? []).length > 1;
const patterns = new Set(said.filter(says).map((pieces) => pieces.map(escaped).join('.+')));
const whole = new RegExp(`^(?:${[...patterns].join('|')})$`, 'u');

/** “我的 → 设置” are two. */
const quotedIn = (text: string) => [...text.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words.split(' → '));
const missing = (text: string) =>
  quotedIn(text).filter((words) => words !== '…' && !whole.test(closed(words)) && !(words in OTHERWISE));

describe('words in quotation marks', () => {
  it.each(GUIDES)('stand on a screen, where %s leads to them', (guide) => {
    expect(missing(read(guide))).toEqual([]);
  });

  it('stand on a screen, where another screen leads to them', () => {
    expect([...new Set(said.flatMap((pieces) => missing(pieces.join('…'))))]).toEqual([]);
  });

  it('are missed when no screen has them', () => {
    expect(missing('点“开一个新的牌子”，再点“我的 → 设置”')).toEqual(['开一个新的牌子']);
  });
});
