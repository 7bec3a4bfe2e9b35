import type { KindNature } from '../../../cloudfunctions/values/rewards';

export const NATURE_WORDS: Readonly<Record<KindNature, { word: string; note: string }>> = {
  goods: { word: '物品', note: '米面油、日用品：有库存，进出都记账' },
  service: { word: '服务', note: '理发、体检、上课：由服务商来做' },
  honour: { word: '荣誉', note: '称号、表彰：不用积分换' },
};
