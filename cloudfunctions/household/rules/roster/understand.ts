import type { SheetRow } from '../../../kit/excel';
import { plainName } from '../name';
import { readBorn } from './born';
import { readIdTail, readName, readPhone, readSex, readShort, readText } from './cells';
import type { Field, Finding, Read } from './finding';
import { type Header, isHeaderAgain, missingFields } from './header';
import { HEAD_RELATION, isRefused, type Line, SOME_MEMBER, tell } from './line';
import { fillGrid, type Grid, placeRow, unitFor } from './places';

/** More under one number is no household, but a column that was mistaken for the number's. */
const MEMBERS_MAX = 300;

export interface RosterHousehold {
  readonly number: string;
  readonly address: string | null;
  /** Null: the community itself, since no row names a grid. */
  readonly unitId: string | null;
  /** In the order of the file. */
  readonly people: readonly (Line & { readonly name: string; readonly relation: string })[];
}
export interface Understood {
  readonly rows: number;
  readonly households: readonly RosterHousehold[];
  readonly findings: readonly Finding[];
  readonly refusedRows: readonly number[];
}
export interface Ground {
  /** Asia/Shanghai. */
  readonly today: string;
  readonly grids: readonly Grid[];
  /** Numbers of households that are registered already: their head need not be in the file again. */
  readonly knownNumbers: ReadonlySet<string>;
}

/** Reads a roster row by row and household by household. What it cannot take it names, and everything else goes on. */
export function understandRoster(sheet: readonly SheetRow[], header: Header, ground: Ground): Understood {
  const lines = sheet
    .filter(({ row, cells }) => row > header.row && hasContent(header, cells) && !isHeaderAgain(header, cells))
    .map((line) => readLine(line, header, ground.today));
  fillNumbers(lines);
  const households = [...groupByNumber(lines)].flatMap(
    ([number, group]) => understandHousehold(number, group, ground) ?? [],
  );
  const ofHeader = missingFields(header).map(
    (field): Finding => ({ row: header.row, field, kind: 'missing', effect: 'fieldLeftOut', as: null }),
  );
  return {
    rows: lines.length,
    households,
    findings: [...ofHeader, ...lines.flatMap(tellOf)],
    refusedRows: lines.filter(isRefused).map((line) => line.row),
  };
}

const hasContent = ({ columns }: Header, cells: SheetRow['cells']) =>
  [...columns.values()].some((column) => cells[column] instanceof Date || readText(cells[column]) !== null);

/** Of a refused row only why it is: what else could be said of it helps nobody. */
const tellOf = (line: Line) =>
  isRefused(line) ? line.findings.filter((finding) => finding.effect === 'rowRefused') : line.findings;

function readLine({ row, cells }: SheetRow, { columns }: Header, today: string): Line {
  const findings: Finding[] = [];
  const cell = (field: Field) => cells[columns.get(field) ?? -1];
  const take = <T>(field: Field, read: Read<T>): T | null => {
    if (read.finding) findings.push({ row, field, ...read.finding });
    return read.value;
  };
  const name = take('姓名', readName(cell('姓名')));
  if (readText(cell('姓名')) === null)
    take('姓名', { value: null, finding: { kind: 'emptyPerson', effect: 'rowRefused', as: null } });
  const number = readText(cell('户编号'));
  if (number && number.length > 20)
    take('户编号', { value: null, finding: { kind: 'notUnderstood', effect: 'rowRefused', as: null } });
  const born = readBorn(cell('出生日期'), today);
  if (born.finding) findings.push({ row, field: '出生日期', ...born.finding });
  return {
    row,
    number,
    headName: readName(cell('户主姓名')).value,
    name,
    relation: take('与户主关系', readShort(cell('与户主关系'), 10)),
    sex: take('性别', readSex(cell('性别'))),
    bornOn: born.value?.on ?? null,
    bornPrecision: born.value?.precision ?? null,
    idTail: take('证件号后四位', readIdTail(cell('证件号后四位'))),
    phone: take('联系电话', readPhone(cell('联系电话'))),
    address: take('居住地址', readShort(cell('居住地址'), 200)),
    gridName: readText(cell('网格')),
    groupName: readText(cell('小组')),
    note: take('备注', readShort(cell('备注'), 200)),
    gridId: null,
    groupId: null,
    findings,
  };
}

/** Merged cells and lazy typists write a household's number once, on its first row. */
function fillNumbers(lines: readonly Line[]): void {
  let above: string | null = null;
  for (const line of lines) {
    if (line.number === null && above !== null) {
      line.number = above;
      tell(line, '户编号', 'filledFromAbove', 'filledIn', above);
    } else if (line.number === null) tell(line, '户编号', 'missing', 'rowRefused');
    above = line.number;
  }
}

function groupByNumber(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.number === null) continue;
    const group = groups.get(line.number);
    if (group) group.push(line);
    else groups.set(line.number, [line]);
  }
  return groups;
}

function understandHousehold(number: string, group: readonly Line[], ground: Ground): RosterHousehold | null {
  refuseCrowd(group);
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
  const named = new Set(group.flatMap((line) => line.headName ?? []));
  return (
    good.find((line) => line.relation === HEAD_RELATION) ??
    good.find((line) => line.name !== null && named.has(line.name)) ??
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
    const kind = line.relation === null ? 'missing' : 'notUnderstood'; // two heads: the first one is
    if (!line.findings.some((finding) => finding.field === '与户主关系'))
      tell(line, '与户主关系', kind, 'filledIn', SOME_MEMBER);
    line.relation = SOME_MEMBER;
  }
}
