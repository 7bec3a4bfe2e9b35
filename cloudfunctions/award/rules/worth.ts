/** What the deed is worth and how it stands in the passbook. */
export interface Worth {
  readonly points: number;
  readonly title: string;
  readonly grade: string | null;
  readonly halfHours: number | null;
  readonly isByTime: boolean;
}

/** The item's name, with the grade or the time: 演讲比赛（一等奖）, 义务巡逻（1.5 小时）. */
export function titleOf(one: {
  readonly itemName: string;
  readonly grade: string | null;
  readonly halfHours: number | null;
}): string {
  if (one.grade !== null) return `${one.itemName}（${one.grade}）`;
  return one.halfHours === null ? one.itemName : `${one.itemName}（${one.halfHours / 2} 小时）`;
}
