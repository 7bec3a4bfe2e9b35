import { EXAMPLE, INSTRUCTIONS, RULE_INSTRUCTIONS } from '../../../cloudfunctions/values/templates';
import { REMARKS, type Template } from './form';

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
    REMARKS,
  ],
  instructions: [INSTRUCTIONS, ...RULE_INSTRUCTIONS],
};
