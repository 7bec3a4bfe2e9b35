import type { Finding } from '../../cloudfunctions/household/rules/roster/finding';
import type { Assigned } from '../../cloudfunctions/household/rules/roster/header';
import type { Grid } from '../../cloudfunctions/household/rules/roster/places';
import { findSheets, type Understood, understandRoster } from '../../cloudfunctions/household/rules/roster/understand';
import { readWorkbook, type Sheet } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { makeSheets, type Written } from './workbook';

const TODAY = '2026-11-23';
const GROUPS = ['1组', '2组', '3组', '4组', '5组', '6组'];
const GRIDS = ['第一网格', '第二网格', '第三网格', '第四网格'].map(
  (name): Grid => ({
    unitId: name,
    name,
    groups: GROUPS.map((group) => ({ unitId: `${name}/${group}`, name: group })),
  }),
);

export function understandSheets(
  sheets: readonly Sheet[],
  { assigned, knownNumbers = [] }: { assigned?: Assigned; knownNumbers?: readonly string[] } = {},
): Understood {
  return understandRoster(findSheets(sheets, assigned), {
    ...{ today: TODAY, grids: GRIDS, knownNumbers: new Set(knownNumbers) },
  });
}

export async function understandFile(file: Buffer, options: { assigned?: Assigned } = {}): Promise<Understood> {
  const sheets = await readWorkbook(file);
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return understandSheets(sheets, options);
}

/** A roster of one sheet, in these rows. */
export const understandRows = (...rows: readonly (readonly Written[])[]) =>
  understandFile(makeSheets([{ name: '名册', rows }]));

export const peopleOf = ({ households }: Understood) => households.flatMap(({ people }) => people);
export const namesOf = (understood: Understood) => peopleOf(understood).map(({ name }) => name);
/** Of households, whom they are made of. */
export const familiesOf = ({ households }: Understood) =>
  households.map(({ number, people }) => [number, ...people.map(({ name, relation }) => `${name} ${relation}`)]);
/** Findings of some effect: row, column, what is the matter. */
export const told = ({ findings }: Understood, ...effects: readonly Finding['effect'][]) =>
  findings
    .filter(({ effect }) => effects.includes(effect))
    .map(({ sheet, row, field, kind, as }) => [sheet, row, field, kind, as]);
