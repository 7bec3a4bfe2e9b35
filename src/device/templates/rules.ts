import { EXAMPLE, INSTRUCTIONS, RULE_INSTRUCTIONS } from '../../../cloudfunctions/values/templates';
import type { Template } from './form';

/** An empty rule sheet, with the columns that committees have. */
export const template: Template = {
  name: '积分细则模板',
  sheet: '积分细则',
  heads: [
    { word: '类别', example: EXAMPLE, width: 14 },
    { word: '事项', example: '帮邻居照看老人', width: 36 },
    { word: '分值', example: '每次加2分', width: 20 },
    { word: '计分单位', example: '次', width: 12 },
    { word: '上限', example: '每人每月最多10分', width: 24 },
    { word: '佐证材料', example: '不用', width: 18 },
    { word: '备注', example: '这一行是示例，导入时会跳过；从下一行填起，这一行删不删都行', width: 58 },
  ],
  instructions: [INSTRUCTIONS, ...RULE_INSTRUCTIONS],
};
