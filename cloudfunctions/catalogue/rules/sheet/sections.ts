import { TITLE_MAX } from '../../../values/limits';
import { cut, saysAdding, saysDeducting } from './words';

const LEVELS: readonly RegExp[] = [
  /^第?[一二三四五六七八九十]+(?:[、.．]|部分|类|章)/,
  /^[(（][一二三四五六七八九十]+[)）]/,
  /^\d+[、.．]/,
  /^[(（]\d+[)）]|^[①-⑳]/,
];
const HEADING_NUMBER =
  /^(?:第?[一二三四五六七八九十]+(?:部分|类|章)?|\d+|[(（][一二三四五六七八九十\d]+[)）])[、.)．:：]?\s*/;

interface Section {
  readonly level: number;
  readonly words: string;
  readonly deducts: boolean;
}

/**
 * The headings between the rows, one below the other: under 二、减分项 everything takes points away, also what stands under
 * its own （一）环境卫生, until a heading of the same rank, or one that says it adds.
 */
export class Sections {
  private stack: Section[] = [];
  constructor(private readonly sheetDeducts: boolean) {}

  /** The innermost heading that is about a matter. */
  get category(): string {
    const about = this.stack.filter(({ words }) => !this.saysWhich(words));
    return cut(about.at(-1)?.words ?? this.stack.at(-1)?.words ?? '', TITLE_MAX);
  }
  get deducts(): boolean {
    return this.sheetDeducts || this.stack.some((section) => section.deducts);
  }

  isNumbered(text: string, number: string): boolean {
    return rankOf(text) !== null || rankOf(`${number}、`) === 0;
  }
  saysWhich(text: string): boolean {
    return saysDeducting(text) || saysAdding(text);
  }

  open(text: string, number = ''): void {
    const words = text.replace(HEADING_NUMBER, '').trim() || text;
    const level =
      rankOf(text) ?? (number === '' ? null : rankOf(`${number}、`)) ?? (this.saysWhich(text) ? 0 : LEVELS.length);
    this.stack = this.stack.filter((section) => section.level < level && !(saysAdding(text) && section.deducts));
    this.stack.push({ level, words, deducts: saysDeducting(text) });
  }
}

function rankOf(text: string): number | null {
  const rank = LEVELS.findIndex((level) => level.test(text));
  return rank < 0 ? null : rank;
}
