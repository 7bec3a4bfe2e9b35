import { type Line, tell } from './line';

/** A grid of the community with the groups below it. */
export interface Grid {
  readonly unitId: string;
  readonly name: string;
  readonly groups: readonly { readonly unitId: string; readonly name: string }[];
}

const plain = (name: string) => name.replace(/\s/gu, '');

/** Finds the unit that a row names. A grid that is not in the tree refuses the row; a group is left out. */
export function placeRow(line: Line, grids: readonly Grid[]): void {
  const { gridName, groupName } = line;
  if (gridName === null) return;
  const grid = grids.find((one) => plain(one.name) === plain(gridName));
  if (!grid) {
    tell(line, '网格', 'unknownGrid', 'rowRefused', gridName.slice(0, 40));
    return;
  }
  const group = groupName === null ? null : grid.groups.find((one) => plain(one.name) === plain(groupName));
  if (groupName === null) tell(line, '小组', 'withoutGroup', 'fieldLeftOut');
  else if (!group) tell(line, '小组', 'unknownGroup', 'fieldLeftOut', groupName.slice(0, 40));
  line.gridId = grid.unitId;
  line.groupId = group?.unitId ?? null;
}

/** A grid that is not written is that of the household. */
export function fillGrid(line: Line, first: Line | undefined): void {
  if (line.gridName !== null) return;
  if (!first?.gridName) {
    tell(line, '网格', 'missing', 'fieldLeftOut');
    return;
  }
  line.gridName = first.gridName;
  line.gridId = first.gridId;
  tell(line, '网格', 'filledFromAbove', 'filledIn', first.gridName);
}

/** The finest place that is known: the group of the head or of another row in the same grid, else the grid. */
export function unitFor(head: Line | null, people: readonly Line[]): string | null {
  const ordered = head ? [head, ...people.filter((line) => line !== head)] : people;
  const gridId = ordered.find((line) => line.gridId !== null)?.gridId ?? null;
  return ordered.find((line) => line.gridId === gridId && line.groupId !== null)?.groupId ?? gridId;
}
