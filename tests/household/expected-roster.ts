import type { Finding } from '../../cloudfunctions/household/rules/roster/finding';

export interface ExpectedRoster {
  readonly rows: number;
  readonly households: number;
  readonly people: number;
  readonly findings: readonly { row: number; field: Finding['field']; kind: string; expect: string }[];
}

type Told = Pick<Finding, 'kind' | 'effect'>;

/** The words in which the expectations are written, as the contract's. */
const KINDS: Readonly<Record<string, Told>> = {
  'Chinese form': { kind: 'chineseForm', effect: 'understood' },
  'number cell': { kind: 'numberCell', effect: 'understood' },
  'date cell': { kind: 'dateCell', effect: 'understood' },
  dotted: { kind: 'dotted', effect: 'understood' },
  'blanks inside': { kind: 'blanksInside', effect: 'understood' },
  'year only': { kind: 'yearOnly', effect: 'understood' },
  empty: { kind: 'filledFromAbove', effect: 'filledIn' },
  'ten digits': { kind: 'wrongDigits', effect: 'fieldLeftOut' },
  'empty person': { kind: 'emptyPerson', effect: 'rowRefused' },
  'double of household LH0012': { kind: 'doubleInFile', effect: 'rowRefused' },
  'no such day': { kind: 'noSuchDay', effect: 'rowRefused' },
  'household without a head': { kind: 'withoutHead', effect: 'rowRefused' },
  'in the future': { kind: 'inTheFuture', effect: 'rowRefused' },
  'unknown grid': { kind: 'unknownGrid', effect: 'rowRefused' },
};
/** What a refusal names of the cell. */
const NAMED: Readonly<Record<string, string>> = {
  doubleInFile: 'LH0012',
  noSuchDay: '1990-02-30',
  inTheFuture: '2031-01-01',
  unknownGrid: '第九网格',
};

/** A finding without its sheet and its cell’s words, as the expectations are written. */
export type Short = Omit<Finding, 'sheet' | 'said'>;
export const shortened = ({ sheet: _sheet, said: _said, ...short }: Finding): Short => short;

export function expectedFindings({ findings }: ExpectedRoster): Short[] {
  return findings.map(({ row, field, kind, expect }) => {
    if (expect === 'row kept without group')
      return { row, field, kind: 'withoutGroup', effect: 'fieldLeftOut', as: null };
    const told = KINDS[kind];
    if (!told) throw new Error(`no word for ${kind}`);
    return { row, field, ...told, as: wordOf(told, expect) };
  });
}

function wordOf({ kind, effect }: Told, expect: string): string | null {
  const year = /^born (\d{4}), day unknown/.exec(expect)?.[1];
  if (year) return year;
  return effect === 'understood' || effect === 'filledIn' ? expect : (NAMED[kind] ?? null);
}
