import type { Caps, Ceilings, Grade, HolderKind } from '../../../values/awards';
import type { Means } from './header';
import type { Why } from './value';
import type { Rule } from './words';

/** What one row gives for one value: taken, asked about, or refused by a rule. */
export interface Line {
  /** Of the workbook, from 0. */
  readonly sheet: number;
  /** The cell of the value, as Excel names it. */
  readonly cell: string;
  readonly row: number;
  readonly name: string;
  readonly category: string;
  /** What the value's cell says. */
  readonly written: string;
  readonly worth: {
    readonly points: number | null;
    readonly grades: readonly Grade[];
    readonly perHalfHours: number | null;
    readonly countedPer: string;
    readonly condition: string;
    readonly caps: Partial<Caps>;
    readonly ceilings: Partial<Ceilings>;
  };
  readonly evidence: string;
  readonly holderKind: HolderKind;
  readonly result: 'take' | 'ask' | 'refuse';
  readonly why: Why | null;
  readonly rule: Rule | null;
  /** Of a range; what would have been taken away stands in `min`. */
  readonly min: number | null;
  readonly max: number | null;
  readonly values: readonly number[];
  /** 国家级 in a column of its own: rows of one matter become its grades. */
  readonly label: string;
}

/** Words that are no item: told as they stand, with the rules that they are against. */
export interface Remark {
  readonly sheet: number;
  readonly row: number;
  readonly text: string;
  readonly rules: readonly Rule[];
}

export interface Column {
  readonly heading: string;
  readonly place: string;
  readonly means: Means | null;
  /** How many of its cells hold something. */
  readonly filled: number;
  readonly example: string;
}

export interface SheetRead {
  readonly name: string;
  /** rules: a table that was read; words: no table; unknown: a table whose headings say nothing to us. */
  readonly kind: 'rules' | 'words' | 'rewards' | 'unknown' | 'instructions' | 'hidden' | 'empty';
  readonly setting: 'urban' | 'rural' | null;
  readonly rows: number;
  /** Where the headings stand, as Excel shows it. */
  readonly headerRow: number | null;
  /** Rows that show how the form is filled in: passed over. */
  readonly examples: number;
  /** Those that were not read, and those that a person has assigned. */
  readonly columns: readonly Column[];
}

export interface Understood {
  readonly sheets: readonly SheetRead[];
  readonly lines: readonly Line[];
  readonly remarks: readonly Remark[];
}
