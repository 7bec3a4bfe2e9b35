import { sheetOf } from '../../catalogue/workbook';
import { makeWorkbook } from '../../household/workbook';
import type { PlaceUnits } from './place';

/** What staff of every place have uploaded: a roster, a rule sheet. */
export const ROSTER = makeWorkbook([
  ['户编号', '户主姓名', '姓名', '与户主关系', '性别', '居住地址'],
  ['R0001', '陈新', '陈新', '户主', '女', '浏河路1号'],
]);
export const SHEET = Buffer.from(sheetOf(['事项', '分值'], ['帮邻居取快递', '2分']), 'base64');

/** Begun, and its only part not sent yet; another one for each place. */
export const begunIn = ({ communityId }: PlaceUnits): Buffer => Buffer.from(`begun in ${communityId}`);
