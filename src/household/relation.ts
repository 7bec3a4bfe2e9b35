/** As registers write them, and as a neighbour would say them. */
const SPOKEN: Readonly<Record<string, string>> = {
  子: '儿子',
  女: '女儿',
  父: '父亲',
  母: '母亲',
  妻: '妻子',
  夫: '丈夫',
  孙: '孙子',
  媳: '儿媳',
  婿: '女婿',
};

/** 女 beside an age reads as a sex: 女儿. */
export const relationWords = (relation: string): string => SPOKEN[relation] ?? relation;
