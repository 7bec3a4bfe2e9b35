import { groupedBy } from '../../../values/grouped-by';
import { plainName } from '../name';
import { HEAD_RELATION, isRefused, type Line, SOME_MEMBER, tell } from './line';
import { fillGrid, type Grid, placeRow, unitFor } from './places';
import { SELF } from './relation';

export interface RosterHousehold {
  readonly number: string;
  readonly address: string | null;
  /** Null: the community itself, since no row names a grid. */
  readonly unitId: string | null;
  /** In the order of the file. */
  readonly people: readonly (Line & { readonly name: string; readonly relation: string })[];
}
export interface Ground {
  /** Asia/Shanghai. */
  readonly today: string;
  readonly grids: readonly Grid[];
  /** Numbers of households that are registered already: their head need not be in the file again. */
  readonly knownNumbers: ReadonlySet<string>;
}

/** More under one number is no household, but a column that was mistaken for the number's. */
const MEMBERS_MAX = 300;

export function groupByNumber(lines: readonly Line[]): Map<string, Line[]> {
  return groupedBy(
    lines.filter(({ number }) => number !== null),
    ({ number }) => number as string,
  );
}

/** The rows of one number as one household; null when none of them can be taken. */
export function understandHousehold(number: string, group: readonly Line[], ground: Ground): RosterHousehold | null {
  refuseCrowd(group);
  findSelf(group);
  if (refuseTwoHeads(group)) return null;
  refuseStrays(group);
  refuseDuplicates(group, number);
  for (const line of group) placeRow(line, ground.grids);
  const head = findHead(group);
  if (!head && !ground.knownNumbers.has(number))
    for (const line of group.filter(hasNoHead)) tell(line, '户主姓名', 'withoutHead', 'rowRefused');
  const people = group.filter((line) => !isRefused(line));
  if (people.length === 0) return null;
  const address = head?.address ?? people.find((line) => line.address !== null)?.address ?? null;
  for (const line of people) {
    fillHead(line, head);
    fillGrid(line, head ?? people[0]);
    fillAddress(line, address, line === (head ?? people[0]));
    fillRelation(line, head);
  }
  return { number, address, unitId: unitFor(head, people), people: people as RosterHousehold['people'] };
}

/** More than any household has: two were given the same number. */
function refuseCrowd(group: readonly Line[]): void {
  if (group.length > MEMBERS_MAX) for (const line of group) tell(line, '户编号', 'notUnderstood', 'rowRefused');
}

export const isCalledHead = ({ relation }: Line): boolean => relation === HEAD_RELATION || relation === SELF;

/** 本人 is the head where nobody is called so; beside a head, or twice, it says nothing. */
function findSelf(group: readonly Line[]): void {
  const selves = group.filter(({ relation }) => relation === SELF);
  const isAlone = selves.length === 1 && !group.some(({ relation }) => relation === HEAD_RELATION);
  for (const line of selves) {
    line.relation = isAlone ? HEAD_RELATION : null;
    if (isAlone) tell(line, '与户主关系', 'anotherWord', 'understood', HEAD_RELATION);
  }
}

/** One number of two families, be it on one sheet or on several: which rows belong together only a person can say. */
function refuseTwoHeads(group: readonly Line[]): boolean {
  const names = new Set<string>();
  for (const { headName, name, relation } of group) {
    if (headName !== null) names.add(headName);
    if (relation === HEAD_RELATION && name !== null) names.add(name);
  }
  const heads = names.size < 2 ? names : new Set(new Map([...names].map((name) => [plainName(name), name])).values());
  if (heads.size < 2) return false;
  const called = [...heads].slice(0, 3).join('、');
  for (const line of group) tell(line, '户主姓名', 'twoHeads', 'rowRefused', called);
  return true;
}

const placeOf = ({ gridName, groupName }: Line) => [gridName, groupName].filter(Boolean).join(' ');

/** A row of another sheet or group that names no head has the same number, and not for sure the same family. */
function refuseStrays(group: readonly Line[]): void {
  const home = group.find((line) => line.relation === HEAD_RELATION) ?? group[0];
  if (!home) return;
  for (const line of group) {
    if (line.headName !== null || line === home) continue;
    if (line.sheet !== home.sheet) tell(line, '户编号', 'onOtherSheet', 'rowRefused', home.sheet);
    else if (isElsewhere(line, home)) tell(line, '户编号', 'inOtherPlace', 'rowRefused', placeOf(home));
  }
}

const isElsewhere = (line: Line, home: Line) =>
  (['gridName', 'groupName'] as const).some((at) => line[at] !== null && home[at] !== null && line[at] !== home[at]);

/** A head whose own row is refused for something else is not told that there is none. */
const hasNoHead = (line: Line) => line.name !== null && line.relation !== HEAD_RELATION;

/** The same person twice under one number: the second row is refused. A birthday that is missing speaks for nobody. */
function refuseDuplicates(group: readonly Line[], number: string): void {
  const seen = new Map<string, Set<string | null>>();
  for (const line of group) {
    if (line.name === null || isRefused(line)) continue;
    const name = plainName(line.name);
    const births = seen.get(name) ?? new Set();
    const isDouble = births.has(line.bornOn) || births.has(null) || (line.bornOn === null && births.size > 0);
    if (isDouble) tell(line, '姓名', 'doubleInFile', 'rowRefused', number);
    else seen.set(name, births.add(line.bornOn));
  }
}

/** Who calls themself the head; or whom the others do. */
function findHead(group: readonly Line[]): Line | null {
  const good = group.filter((line) => !isRefused(line));
  const named = new Set(group.flatMap((line) => (line.headName === null ? [] : plainName(line.headName))));
  return (
    good.find((line) => line.relation === HEAD_RELATION) ??
    good.find((line) => line.name !== null && named.has(plainName(line.name))) ??
    null
  );
}

function fillHead(line: Line, head: Line | null): void {
  if (line.headName !== null || head?.name == null) return;
  line.headName = head.name;
  tell(line, '户主姓名', 'filledFromAbove', 'filledIn', head.name);
}

function fillAddress(line: Line, address: string | null, isFirst: boolean): void {
  if (line.address !== null) return;
  line.address = address;
  if (address !== null) tell(line, '居住地址', 'filledFromAbove', 'filledIn', address);
  else if (isFirst) tell(line, '居住地址', 'missing', 'fieldLeftOut');
}

function fillRelation(line: Line, head: Line | null): void {
  if (line === head) {
    if (line.relation !== HEAD_RELATION) tell(line, '与户主关系', 'missing', 'filledIn', HEAD_RELATION);
    line.relation = HEAD_RELATION;
  } else if (line.relation === null || line.relation === HEAD_RELATION) {
    if (!line.findings.some((finding) => finding.field === '与户主关系'))
      tell(line, '与户主关系', 'missing', 'filledIn', SOME_MEMBER);
    line.relation = SOME_MEMBER;
  }
}
