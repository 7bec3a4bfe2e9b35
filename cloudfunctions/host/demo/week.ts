import type { CommunityKey } from './places';

/** A gathering that comes back every week, or every other week. */
export interface Gathering {
  /** 0: Sunday. */
  readonly weekday: number;
  readonly everyWeeks: 1 | 2;
  readonly item: string;
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  /** Of those in the community who take part at all. */
  readonly share: number;
  readonly capacity?: number;
}

const gathering = (
  weekday: number,
  everyWeeks: 1 | 2,
  [item, title = item]: readonly [string, string?],
  about: string,
  place: string,
  [from, to]: readonly [string, string],
  share: number,
  capacity?: number,
): Gathering => ({ weekday, everyWeeks, item, title, about, place, from, to, share, ...(capacity && { capacity }) });

const cleaning = (place: string, share: number) =>
  gathering(6, 1, ['清洁家园'], '一起把公共的地方收拾干净，工具由社区准备。', place, ['09:00', '10:30'], share);
const lecture = (place: string, share: number) =>
  gathering(3, 1, ['道德讲堂'], '听身边人讲身边事，大家都可以上台说。', place, ['19:30', '20:30'], share);

export const WEEK: Readonly<Record<CommunityKey, readonly Gathering[]>> = {
  liuhe: [
    cleaning('三号院绿地', 0.22),
    lecture('居委会二楼', 0.12),
    gathering(0, 1, ['义务巡逻'], '两人一组走一圈，看看门禁和楼道灯。', '浏河路口集合', ['19:00', '20:30'], 0.1, 40),
    gathering(2, 2, ['公益理发'], '会理发的邻居给老人义务理发。', '三号院凉亭', ['14:00', '15:30'], 0.05, 20),
    gathering(
      4,
      2,
      ['夜校学习', '夜校：学用智能手机'],
      '带上自己的手机，一步一步学。',
      '居委会二楼',
      ['19:00', '20:30'],
      0.1,
      30,
    ),
  ],
  jinxiang: [
    cleaning('金象广场', 0.35),
    gathering(
      5,
      1,
      ['辅导留守儿童作业', '四点半课堂'],
      '放学以后陪孩子们写作业。',
      '居委会一楼',
      ['16:30', '18:00'],
      0.1,
      12,
    ),
    lecture('居委会会议室', 0.15),
  ],
  baishipo: [cleaning('白石坡小游园', 0.35), lecture('党群服务中心', 0.2)],
  queji: [
    cleaning('村口到晒谷场', 0.45),
    gathering(0, 2, ['义务巡逻'], '沿着村道走一圈。', '村委会门口', ['19:00', '20:00'], 0.2),
  ],
};
