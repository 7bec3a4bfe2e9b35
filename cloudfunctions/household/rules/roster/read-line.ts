import type { Cell, SheetRow } from '../../../kit/excel';
import { type Born, partOf, readAge, readBorn } from './born';
import { readName, readNumber, readSex, readShort, readText } from './cells';
import type { Field, Finding, Read, Told } from './finding';
import type { Header } from './header';
import { type Identity, readIdentity } from './identity';
import { withoutIdentity } from './identity-number';
import type { Line } from './line';
import { readPhone } from './phone';
import { readRelation } from './relation';
import { saysGone } from './remark';

const NOTE_MAX = 200;
const ADDRESS_MAX = 200;
const SAID_MAX = 60;
/** Their cells hold ID numbers: they are quoted nowhere. */
const UNQUOTED: ReadonlySet<Field> = new Set(['证件号码', '证件号后四位']);

const WHERE_GONE_IS_SAID: readonly Field[] = ['备注', '人员状态', '与户主关系'];

type Take = <T>(field: Field, read: Read<T>) => T | null;

/** One row of a sheet, with what there is to say of each of its cells. */
export function readLine(sheet: string, { row, cells, formats }: SheetRow, { columns }: Header, today: string): Line {
  const findings: Finding[] = [];
  const cell = (field: Field): Cell | undefined => cells[columns.get(field) ?? -1];
  const said = (field: Field) => (UNQUOTED.has(field) ? null : quoted(cell(field)));
  const put = (field: Field, { kind, effect, as }: Told) =>
    findings.push({ sheet, row, field, kind, effect, said: said(field), as });
  const take: Take = (field, read) => {
    if (read.finding) put(field, read.finding);
    if (read.also) for (const told of read.also) put(field, told);
    return read.value;
  };
  const name = take('姓名', readName(cell('姓名')));
  if (readText(cell('姓名')) === null) put('姓名', { kind: 'emptyPerson', effect: 'rowRefused', as: null });
  const number = take('户编号', readNumber(cell('户编号'), formats?.get(columns.get('户编号') ?? -1)));
  const identity = takeIdentity(take, cell);
  const born = takeBorn(take, cell, identity, today);
  const phone = readPhone(cell('联系电话'));
  const landline = readPhone(cell('固定电话'));
  const note = take('备注', readNote(cell('备注')));
  const gone = WHERE_GONE_IS_SAID.map((field) => quoted(cell(field))).find(saysGone) ?? null;
  const beside = [phone.beside, besidePhone(phone.value, landline.value), landline.beside];
  return {
    sheet,
    row,
    number,
    name,
    findings,
    headName: readName(cell('户主姓名')).value,
    relation: saysGone(quoted(cell('与户主关系'))) ? null : take('与户主关系', readRelation(cell('与户主关系'))),
    sex: takeSex(take, cell, identity),
    bornOn: born.born?.on ?? null,
    bornPrecision: born.born?.precision ?? null,
    isBornRough: born.isRough,
    idTail: identity?.tail ?? null,
    phone: take('联系电话', phone) ?? take('固定电话', landline),
    address: take('居住地址', readAddress(cell)),
    gridName: readText(cell('网格')),
    groupName: readText(cell('小组')),
    note: [note, ...beside].filter(Boolean).join('；').slice(0, NOTE_MAX) || null,
    saysGone: gone,
    gridId: null,
    groupId: null,
  };
}

/** The cell's own words, as far as a finding has room for them. */
function quoted(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || cell instanceof Date) return null;
  const text = withoutIdentity(String(cell).trim()).slice(0, SAID_MAX);
  return text === '' ? null : text;
}

const besidePhone = (phone: string | null, landline: string | null) =>
  phone !== null && landline !== null && phone !== landline ? `固定电话 ${landline}` : null;

type CellOf = (field: Field) => Cell | undefined;

/** The whole number says more than its tail; a tail that says otherwise is told. */
function takeIdentity(take: Take, cell: CellOf): Identity | null {
  const whole = take('证件号码', readIdentity(cell('证件号码')));
  const tail = take('证件号后四位', readIdentity(cell('证件号后四位')));
  if (whole?.tail && tail && whole.tail !== tail.tail)
    take('证件号后四位', { value: null, finding: { kind: 'differsFromNumber', effect: 'toAsk', as: null } });
  return whole ? { ...whole, tail: whole.tail ?? tail?.tail ?? null } : tail;
}

/** The day of the ID number before that of the column: they should be one, and it is told where they are not. */
function takeBorn(
  take: Take,
  cell: CellOf,
  identity: Identity | null,
  today: string,
): { born: Born | null; isRough: boolean } {
  const written = take('出生日期', readBorn(cell('出生日期'), today));
  if (identity?.bornOn && identity.bornOn <= today) {
    const born: Born = { on: identity.bornOn, precision: 'day' };
    const agrees = written === null || partOf(born.on, written.precision) === partOf(written.on, written.precision);
    if (!agrees)
      take('出生日期', { value: null, finding: { kind: 'differsFromNumber', effect: 'toAsk', as: born.on } });
    return { born, isRough: false };
  }
  if (written) return { born: written, isRough: false };
  const reckoned = readText(cell('出生日期')) === null ? take('年龄', readAge(cell('年龄'), today)) : null;
  return { born: reckoned, isRough: reckoned !== null };
}

function takeSex(take: Take, cell: CellOf, identity: Identity | null): Line['sex'] {
  const written = take('性别', readSex(cell('性别')));
  if (!identity?.sex) return written;
  if (written !== null && written !== identity.sex)
    take('性别', {
      value: null,
      finding: { kind: 'differsFromNumber', effect: 'toAsk', as: identity.sex === 'male' ? '男' : '女' },
    });
  return identity.sex;
}

function readNote(cell: Cell | undefined): Read<string> {
  const read = readShort(cell, NOTE_MAX);
  const note = read.value === null ? null : withoutIdentity(read.value);
  return note === read.value
    ? read
    : { value: note, finding: { kind: 'identityNumber', effect: 'understood', as: note } };
}

/** From one cell, or put together from the estate, the building, the entrance and the room. */
function readAddress(cell: CellOf): Read<string> {
  const whole = readShort(cell('居住地址'), ADDRESS_MAX);
  const part = (field: Field, word: string) => {
    const text = readText(cell(field));
    return text === null ? '' : /^[\dA-Za-z-]+$/u.test(text) ? `${text}${word}` : text;
  };
  const parts = `${part('楼栋', '栋')}${part('单元', '单元')}${part('房号', '室')}`;
  const estate = readText(cell('小区')) ?? '';
  if (parts === '' || whole.finding || whole.value?.includes(parts)) return whole;
  const before = whole.value ?? estate;
  return { value: `${before}${parts}`.slice(0, ADDRESS_MAX) };
}
