import { View } from '@tarojs/components';
import { DateBlock } from '../date-block';
import { Heading } from '../heading';
import { heardPoints, PointsBadge, type PointsKind } from '../points-badge';
import { Tag } from '../tag';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface PassbookLine {
  id: string;
  day: string;
  /** 周六 */
  weekday: string;
  title: string;
  /** 扫码签到 · 三号院绿地 */
  source: string;
  /** A correction says why in a sentence, and that it is no penalty. */
  why?: string;
  /** None where they stand in another line already: what was held and is used now is not told twice. */
  points?: number;
  kind: PointsKind;
  tag?: { word: string; kind: 'plain' | 'wait' };
  /** 第 3 笔, for readers: where another line of that day would sound the same. */
  further?: string;
  onTap?: () => void;
}

interface Props {
  /** 2026年11月 */
  title: string;
  /** 入账 +9，改正 −3 */
  sum: string;
  lines: readonly PassbookLine[];
  /** A long month is drawn in pieces: the first has its head, and each joins the one before it. */
  begins?: boolean;
  ends?: boolean;
}

/** Its words as they stand there; behind them the month that stands over the line, for other months have that day too. */
const heardOf = (month: string, line: PassbookLine) =>
  [
    `${line.day} ${line.weekday}`,
    line.title,
    line.tag?.word,
    line.source,
    line.why,
    line.points !== undefined && heardPoints(line.points, line.kind),
    month,
    line.further,
  ]
    .filter(Boolean)
    .join('，');

function Line({ month, line }: { month: string; line: PassbookLine }) {
  const face = (
    <>
      <DateBlock numeral={line.day} word={line.weekday} first="numeral" />
      <View className="grow">
        <View className="passbook-month-what">
          <View className="strong">{line.title}</View>
          {line.tag && <Tag kind={line.tag.kind}>{line.tag.word}</Tag>}
        </View>
        <View className="passbook-month-source t-sub">{line.source}</View>
        {line.why && <View className="t-sub">{line.why}</View>}
      </View>
      {line.points !== undefined && <PointsBadge points={line.points} kind={line.kind} short />}
    </>
  );
  if (!line.onTap) return <View className="passbook-month-line">{face}</View>;
  return (
    <Tappable className="passbook-month-line" role="link" onTap={line.onTap} label={heardOf(month, line)}>
      {face}
    </Tappable>
  );
}

/** A page of the passbook: one month under a jade rule. */
export function PassbookMonth({ title, sum, lines, begins = true, ends = true }: Props) {
  const joins = `${begins ? '' : ' passbook-month-on'}${ends ? '' : ' passbook-month-goes-on'}`;
  return (
    <View className={`passbook-month${joins}`}>
      {begins && (
        <View className="passbook-month-head">
          <Heading level={2}>{title}</Heading>
          <View className="t-sub">{sum}</View>
        </View>
      )}
      <View {...describe({ role: 'list', label: title })}>
        {lines.map((line) => (
          <View key={line.id} className="passbook-month-item" {...describe({ role: 'listitem' })}>
            <Line month={title} line={line} />
          </View>
        ))}
      </View>
    </View>
  );
}
