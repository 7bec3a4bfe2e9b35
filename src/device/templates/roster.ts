import { EXAMPLE, INSTRUCTIONS } from '../../../cloudfunctions/values/templates';
import { REMARKS, type Template } from './form';

/** An empty roster, as a grid worker would keep it. */
export const template: Template = {
  name: '花名册模板',
  sheet: '花名册',
  heads: [
    { word: '户编号', example: EXAMPLE, width: 14 },
    { word: '户主姓名', example: '王小明', width: 12 },
    { word: '姓名', example: '王小明', width: 12 },
    { word: '与户主关系', example: '户主', width: 12 },
    { word: '性别', example: '男', width: 8 },
    { word: '出生日期', example: '1980-05-20', width: 14 },
    { word: '证件号后四位', example: '123X', width: 14 },
    { word: '联系电话', example: '14000000000', width: 16 },
    { word: '居住地址', example: '浏河路2号2单元803', width: 28 },
    { word: '网格', example: '第一网格', width: 12 },
    { word: '小组', example: '1组', width: 10 },
    REMARKS,
  ],
  instructions: [
    INSTRUCTIONS,
    '一行写一个人，从“花名册”那张表的示例下面一行填起。示例那一行导入时会跳过。',
    '户编号、姓名一定要写。一户一个编号，一家人写同一个；没有编号就自己编，比如 1-001，以后不要改。',
    '户主姓名、与户主关系：户主自己那一行写“户主”，别人写配偶、儿子、女儿、儿媳、孙子、父亲、母亲、租客这些。一户要有一位户主。',
    '出生日期：写 1980-05-20、1980年5月20日、1980.5.20 都行。只知道年份就写年份。这一列管着体检这些按年龄的奖励，尽量写全。',
    '证件号后四位：只写后四位，用来认人。写了整个证件号也能读，读完只留后四位。',
    '联系电话：写本人的手机；没有手机写座机。写别人的，在后面注明是谁的，比如（儿子）。',
    '居住地址、网格、小组：写实际住的地方。网格要和社区里的名称一样；小组没有就空着。',
    '去世的、搬走的不用写；写了，在备注里注明，导入时会问你。',
    '编号、电话前面的 0 不会丢：这些列已经设成“文本”。从别处贴过来，请用“只粘贴值”。',
    '填好存成 .xlsx，在“花名册”里选它。先看一遍再导；再导一次不会重复，表里没有的人不会被动。',
  ],
};
