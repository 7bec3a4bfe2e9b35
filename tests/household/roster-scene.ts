import { makeWorkbook, type Written } from './workbook';

export const TITLES = [
  '户编号',
  '户主姓名',
  '姓名',
  '与户主关系',
  '性别',
  '出生日期',
  '证件号后四位',
  '联系电话',
  '居住地址',
  '网格',
  '小组',
  '备注',
];

export type Row = Partial<Record<string, Written>>;
export const rosterOf = (...rows: readonly Row[]) =>
  makeWorkbook([TITLES, ...rows.map((row) => TITLES.map((title) => row[title] ?? null))]);

/** A household of two: the second row of a file, and the third. */
export const wang = {
  户编号: 'W1',
  户主姓名: '王大山',
  姓名: '王大山',
  与户主关系: '户主',
  性别: '男',
  出生日期: '1960-01-02',
  联系电话: '14000005001',
  居住地址: '河边1号',
  网格: '第一网格',
};
export const wife = {
  ...wang,
  姓名: '李小河',
  与户主关系: '配偶',
  性别: '女',
  出生日期: '1962-03-04',
  联系电话: null,
};
