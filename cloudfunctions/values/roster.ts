/** What a column of a roster can hold. */
export const ROSTER_FIELDS = [
  ...(['户编号', '户主姓名', '姓名', '与户主关系', '性别', '出生日期', '年龄', '证件号码', '证件号后四位'] as const),
  ...([
    '联系电话',
    '固定电话',
    '居住地址',
    '小区',
    '楼栋',
    '单元',
    '房号',
    '网格',
    '小组',
    '备注',
    '人员状态',
  ] as const),
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];
