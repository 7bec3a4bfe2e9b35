import fc from 'fast-check';
import { readAge, readBorn } from '../../cloudfunctions/household/rules/roster/born';
import { readName, readNumber, readSex } from '../../cloudfunctions/household/rules/roster/cells';
import { readIdentity } from '../../cloudfunctions/household/rules/roster/identity';
import { isIdentityNumber, withoutIdentity } from '../../cloudfunctions/household/rules/roster/identity-number';
import { readPhone } from '../../cloudfunctions/household/rules/roster/phone';
import { readRelation } from '../../cloudfunctions/household/rules/roster/relation';
import { saysGone } from '../../cloudfunctions/household/rules/roster/remark';
import type { Cell } from '../../cloudfunctions/kit/excel';

const TODAY = '2026-11-23';

describe('a birthday', () => {
  const iso = '1985-02-03';
  it.each([
    ['1985-02-03', iso, undefined],
    ['1985年2月3日', iso, 'chineseForm'],
    [' 1985 年 02 月 03 号', iso, 'chineseForm'],
    ['1985.2.3', iso, 'dotted'],
    ['1985/02/03', iso, 'dotted'],
    ['１９８５．２．３', iso, 'dotted'],
    [19850203, iso, 'numberCell'],
    [new Date(`${iso}T00:00:00Z`), iso, 'dateCell'],
    [31081, iso, 'dateCell'],
    // with a time, or zeros for one
    ['1985-02-03 00:00:00', iso, 'anotherWord'],
    ['1985/2/3 0:00:00', iso, 'dotted'],
    ['19850203000000', iso, 'numberCell'],
    ['1985-02-03T00:00:00.000Z', iso, 'anotherWord'],
    ['1985年2月3日 8:30', iso, 'chineseForm'],
    [31081.5, iso, 'dateCell'],
    [new Date(`${iso}T08:30:00Z`), iso, 'dateCell'],
    // in words
    ['1985年2月3日生', iso, 'chineseForm'],
    ['1985年2月3日（公历）', iso, 'chineseForm'],
    ['一九八五年二月三日', iso, 'chineseForm'],
    ['二〇〇一年十二月二十一日', '2001-12-21', 'chineseForm'],
    ['一九六○年十月十日出生', '1960-10-10', 'chineseForm'],
    // the month only
    ['1985年2月', '1985-02-28', 'monthOnly'],
    ['198502', '1985-02-28', 'monthOnly'],
    [198502, '1985-02-28', 'monthOnly'],
    ['1985.02', '1985-02-28', 'monthOnly'],
    ['1985-02-00', '1985-02-28', 'monthOnly'],
    ['2026年11月', '2026-11-30', 'monthOnly'],
    // the year only
    ['1985', '1985-12-31', 'yearOnly'],
    [1985, '1985-12-31', 'yearOnly'],
    ['1985年', '1985-12-31', 'yearOnly'],
    ['1985年生', '1985-12-31', 'yearOnly'],
    ['1985-00-00', '1985-12-31', 'yearOnly'],
    ['19850000', '1985-12-31', 'yearOnly'],
    ['1985年0月0日', '1985-12-31', 'yearOnly'],
    // by the moon: not converted
    ['1985年2月3日（农历）', '1985-12-31', 'lunar'],
    ['农历1985.2.3', '1985-12-31', 'lunar'],
    ['1985年正月初三', '1985-12-31', 'lunar'],
    ['阴历一九八五年腊月廿三', '1985-12-31', 'lunar'],
    ['1985年闰四月初八', '1985-12-31', 'lunar'],
    ['腊月廿三', undefined, 'lunar'],
    // none
    ['1990-02-30', undefined, 'noSuchDay'],
    ['1900.2.29', undefined, 'noSuchDay'],
    ['2026-11-24', undefined, 'inTheFuture'],
    ['2026年12月', undefined, 'inTheFuture'],
    ['2027', undefined, 'inTheFuture'],
    ['0985-02-03', undefined, 'notUnderstood'],
    ['198513', undefined, 'notUnderstood'],
    ['85.2.3', undefined, 'notUnderstood'],
    ['3/2/1985', undefined, 'notUnderstood'],
    ['约八十岁', undefined, 'notUnderstood'],
    [true, undefined, 'notUnderstood'],
    ['不详', undefined, undefined],
    [null, undefined, undefined],
  ] as const)('is read: %p as %p', (cell, on, kind) => {
    const read = readBorn(cell, TODAY);
    expect([read.value?.on, read.finding?.kind]).toEqual([on, kind]);
  });

  it('is told as much as it is known, and a lunar one is asked about', () => {
    expect(readBorn('1950年3月8日（农历）', TODAY)).toEqual({
      value: { on: '1950-12-31', precision: 'year' },
      finding: { kind: 'lunar', effect: 'toAsk', as: '1950' },
    });
    expect(readBorn('195003', TODAY)).toMatchObject({ value: { precision: 'month' }, finding: { as: '1950-03' } });
    expect(readBorn('1950-00-00', TODAY)).toMatchObject({ value: { precision: 'year' }, finding: { as: '1950' } });
  });

  it('is the same day in every form of it', () => {
    const day = fc.date({ min: new Date('1910-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = on.split('-');
        const forms: Cell[] = [on, `${y}年${+m}月${+d}日`, `${y}.${+m}.${+d}`, `${y}/${m}/${d}`, `${y}${m}${d}`];
        forms.push(new Date(`${on}T00:00:00Z`), `${on} 00:00:00`, `${y}${m}${d}000000`);
        for (const form of forms) expect(readBorn(form, TODAY).value).toEqual({ on, precision: 'day' });
      }),
    );
  });

  it('is never a day that is none, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.date(), fc.boolean()), (cell) => {
        const { value } = readBorn(cell, TODAY);
        if (value) expect(new Date(`${value.on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value.on);
      }),
    );
  });

  it.each([
    [76, '1950-12-31', 'fromAge'],
    ['76岁', '1950-12-31', 'fromAge'],
    ['76周岁', '1950-12-31', 'fromAge'],
    ['0', '2026-12-31', 'fromAge'],
    ['76.5', undefined, 'notUnderstood'],
    [1950, undefined, 'notUnderstood'],
    ['', undefined, undefined],
  ] as const)('is reckoned from an age as a year, and told: %p', (cell, on, kind) => {
    const read = readAge(cell, TODAY);
    expect([read.value?.on, read.finding?.kind]).toEqual([on, kind]);
  });
});

describe('a phone', () => {
  it.each([
    [14000000001, '14000000001', ['numberCell']],
    ['14000000001', '14000000001', []],
    ['140 0000 0014', '14000000014', ['blanksInside']],
    ['+86 140-0000-0014', '14000000014', ['blanksInside']],
    ['１４０００００００１４', '14000000014', []],
    ['0086-14000007701', '14000007701', ['blanksInside']],
    ['(+86)14000007701', '14000007701', ['blanksInside']],
    ["'14000007701", '14000007701', ['blanksInside']],
    ['1.4000007701E10', '14000007701', ['blanksInside']],
    ['手机14000007701', '14000007701', ['blanksInside']],
    ['8614000007701', '14000007701', ['blanksInside']],
    // two of them: the second is told
    ['14000007701、14000007702', '14000007701', ['secondNumber']],
    ['14000007701/14000007702', '14000007701', ['secondNumber']],
    ['14000007701 14000007702', '14000007701', ['secondNumber']],
    ['14000007701\n14000007702', '14000007701', ['secondNumber']],
    ['0724-2345678，14000007701', '14000007701', ['secondNumber']],
    ['14000007701、14000007701', '14000007701', ['blanksInside']],
    // whose it is
    ['14000007701（儿子）', '14000007701', ['wordsBeside']],
    ['儿子：14000007701', '14000007701', ['wordsBeside']],
    ['14000007701（子）14000007702（女）', '14000007701', ['secondNumber', 'wordsBeside']],
    // landlines, as what they are
    ['0724-2345678', '0724-2345678', ['landline']],
    ['027-12345678', '027-12345678', ['wrongDigits']],
    ['(0724)2345678', '(0724)2345678', ['landline']],
    ['2345678', '2345678', ['landline']],
    ['0724-2345678-801', '0724-2345678-801', ['landline']],
    ['07242345678', '07242345678', ['landline']],
    // none
    ['1400000002', null, ['wrongDigits']],
    [1400000002, null, ['wrongDigits']],
    ['420802195003080011', null, ['wrongDigits']],
    ['同上', null, ['wrongDigits']],
    ['无', null, []],
    ['/', null, []],
  ] as const)('is read: %p as %p', (cell, phone, kinds) => {
    const read = readPhone(cell);
    const told = [...(read.finding ? [read.finding] : []), ...(read.also ?? [])].map(({ kind }) => kind);
    expect([read.value, told]).toEqual([kinds.includes('wrongDigits' as never) ? null : phone, kinds]);
  });

  it('keeps a second number, and whose it is, beside it', () => {
    expect(readPhone('14000007701、14000007702').beside).toBe('另有电话 14000007702');
    expect(readPhone('14000007701（儿子）')).toMatchObject({
      beside: '电话旁写着“儿子”',
      also: [{ kind: 'wordsBeside', effect: 'toAsk', as: '儿子' }],
    });
    expect(readPhone('14000007701').beside).toBeUndefined();
  });
});

describe('a relation', () => {
  it.each([
    ['户主', '户主', undefined],
    ['户主本人', '户主', 'anotherWord'],
    ['02户主', '户主', 'anotherWord'],
    ['02', '户主', 'codeOfStandard'],
    ['本人', '本人', undefined],
    ['01本人', '本人', 'anotherWord'],
    ['10配偶', '配偶', 'anotherWord'],
    ['12-妻', '妻', 'anotherWord'],
    ['之妻', '妻', 'anotherWord'],
    ['户主之子', '子', 'anotherWord'],
    ['户主的母亲', '母亲', 'anotherWord'],
    ['系户主之孙女', '孙女', 'anotherWord'],
    ['长子', '长子', undefined],
    ['儿媳', '儿媳', undefined],
    ['孙女', '孙女', undefined],
    ['公公', '公公', undefined],
    ['孙女婿或外孙女婿', '孙女婿或外孙女婿', undefined],
    [38, '儿媳', 'codeOfStandard'],
    ['53', '公公', 'codeOfStandard'],
    ['65', '配偶的祖父母或外祖父母', 'codeOfStandard'],
    ['外 孙 子', '外孙子', undefined],
    ['二女婿的弟弟', '二女婿的弟弟', 'unknownWord'],
    // 1 may be 01, from which Excel took the zero: nobody guesses
    [1, null, 'notUnderstood'],
    ['98', null, 'notUnderstood'],
    ['', null, undefined],
  ] as const)('is read: %p as %p', (cell, relation, kind) => {
    const read = readRelation(cell);
    expect([read.value, read.finding?.kind]).toEqual([relation, kind]);
  });
});

describe('an ID number', () => {
  const woman = '42080219720202004X';
  it('gives birth date, sex and last four, and is known by its last sign', () => {
    const man = '420802195003080016';
    expect(readIdentity(man).value).toEqual({ tail: '0016', bornOn: '1950-03-08', sex: 'male' });
    expect(readIdentity(woman.toLowerCase()).value).toEqual({ tail: '004X', bornOn: '1972-02-02', sex: 'female' });
    for (const sign of '012345789X') expect(isIdentityNumber(`${man.slice(0, 17)}${sign}`)).toBe(false);
  });

  it.each([
    ['420802500308001', { tail: '8001', bornOn: '1950-03-08', sex: 'male' }, undefined],
    ['4208 0250 0308 001', { tail: '8001', bornOn: '1950-03-08', sex: 'male' }, undefined],
    ['212x', { tail: '212X', bornOn: null, sex: null }, undefined],
    [42, { tail: '0042', bornOn: null, sex: null }, 'numberCell'],
    [420802195003080000, null, 'roundedNumber'],
    ['420802195003080010', null, 'notUnderstood'],
    ['12345', null, 'notUnderstood'],
    ['无', null, undefined],
  ] as const)('or what is left of one is read: %p', (cell, identity, kind) => {
    const read = readIdentity(cell);
    expect([read.value, read.finding?.kind]).toEqual([identity, kind]);
  });

  it('does not stand in a remark', () => {
    expect(withoutIdentity('低保，身份证420802195003080011，残疾')).toBe('低保，身份证（证件号…0011），残疾');
  });
});

describe('other cells', () => {
  it('puts a spread-out name together, and refuses what is no name', () => {
    expect(readName('李  芳')).toMatchObject({ value: '李芳', finding: { kind: 'blanksInside' } });
    expect(readName('买买提・艾合')).toMatchObject({ value: '买买提·艾合' });
    expect(readName('李芳2')).toMatchObject({ finding: { kind: 'notUnderstood', effect: 'rowRefused' } });
    expect(readName('=cmd()')).toMatchObject({ finding: { effect: 'rowRefused' } });
  });

  it.each([
    ['女性', 'female', undefined],
    ['男', 'male', undefined],
    ['2', 'female', 'codeOfStandard'],
    [1, 'male', 'codeOfStandard'],
    ['1男', 'male', 'codeOfStandard'],
    ['F', 'female', undefined],
    ['未知', null, undefined],
    ['儿童', null, 'notUnderstood'],
  ] as const)('reads the sex %p as %p', (cell, sex, kind) => {
    const read = readSex(cell);
    expect([read.value, read.finding?.kind]).toEqual([sex, kind]);
  });

  it.each([
    ['LH0001', undefined, 'LH0001', undefined],
    [12, undefined, '12', undefined],
    [12, '0000', '0012', 'numberCell'],
    ['420802001001001', undefined, '420802001001001', undefined],
    [420802001001001000, '0', null, 'roundedNumber'],
    [1e15, undefined, null, 'roundedNumber'],
    [new Date('2026-03-01T00:00:00Z'), undefined, null, 'dateCell'],
    ['42080219720202004x', undefined, null, 'identityNumber'],
    ['一号楼二单元三楼东户门口有棵大树的那一户人家', undefined, null, 'notUnderstood'],
    ['', undefined, null, undefined],
  ] as const)('reads the household’s number %p in the format %p as %p', (cell, format, number, kind) => {
    const read = readNumber(cell, format);
    expect([read.value, read.finding?.kind]).toEqual([number, kind]);
  });

  it('hears from a remark that somebody may be gone', () => {
    for (const said of ['2023年已故', '户口已迁出', '搬走了', '丈夫去世', '死亡注销'])
      expect(saysGone(said)).toBe(true);
    for (const said of ['低保户', '在外务工', '党员', null]) expect(saysGone(said)).toBe(false);
  });
});
