import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Heading } from '../../components/heading';
import { QrCode } from '../../components/qr-code';
import { describe } from '../../components/tappable/semantics';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import type { Entry } from '../entry-words';
import { type Night, nightWords } from '../night-words';
import type { Holder } from './as-data';
import { type Line, linesOf, periodOf, sheetsOf, sumsUntil } from './sheets';
import './paper.scss';

interface PaperProps {
  entries: readonly Entry[];
  holder: Holder;
  /** The newest night's; none before the first. */
  head: Night | undefined;
  year: string | undefined;
}

const HEADS = ['日期', '做了什么', '怎么记的', '记入', '兑换', '可兑换'];
const signed = (points: number | null) =>
  points === null || points === 0 ? '' : points > 0 ? `+${points}` : `−${-points}`;
const drawn = (points: number | null) =>
  points === null || points === 0 ? '' : points > 0 ? `${points}` : `退 ${-points}`;

function Row({ line }: { line: Line }) {
  const cells = [line.day, line.what, line.how, signed(line.credited), drawn(line.drawn), String(line.available)];
  return (
    <View className={`passbook-paper-row passbook-paper-${line.kind}`} {...describe({ role: 'listitem' })}>
      {cells.map((text, i) => (
        <View key={HEADS[i] ?? i} className={`passbook-paper-cell passbook-paper-c${i}`}>
          {text}
        </View>
      ))}
    </View>
  );
}

function Top({ holder, entries, year }: PaperProps) {
  const { household, kind, name } = holder;
  const sums = sumsUntil(entries, year);
  const place = [household?.unitName, household && `户号 ${household.number}`].filter(Boolean).join(' · ');
  return (
    <>
      <View className="passbook-paper-head">
        <Heading level={1}>积分存折</Heading>
        <View>
          <View>{holder.communityName}</View>
          <View>{periodOf(entries, year)}</View>
        </View>
      </View>
      <View className="passbook-paper-who">
        <View className="grow">
          <View className="passbook-paper-name">{kind === 'household' ? `${name}一家（全家共有）` : name}</View>
          <View>{place}</View>
        </View>
        {[
          { term: '累计（只加不减）', points: sums.credited },
          { term: '换了', points: sums.drawn },
          { term: '可兑换', points: sums.available },
        ].map(({ term, points }) => (
          <View key={term} className="passbook-paper-sum">
            <View>{term}</View>
            <View className="passbook-paper-number">{points}</View>
          </View>
        ))}
      </View>
    </>
  );
}

function Close({ holder, head }: Pick<PaperProps, 'holder' | 'head'>) {
  const phone = holder.communityPhone
    ? `，打 ${holder.communityPhone} 问${holder.communityName ?? '社区'}`
    : '，请问社区';
  const page = process.env.TARO_ENV === 'h5' ? `${window.location.origin}/pages/nights/index` : '';
  return (
    <View className="passbook-paper-close">
      {page && head && <QrCode text={page} size={96} label="公布校验码的网页" />}
      <View className="grow">
        <View className="passbook-paper-thanks">{`谢谢你，${holder.name}。`}</View>
        <View>{`哪一笔看着不对${phone}。`}</View>
        {page && head && <View>扫左边的码，看每晚公布的校验码，和下面的短码对一对。</View>}
        <View className="passbook-paper-signs">
          {['制表', '审核', '监督'].map((word) => (
            <View key={word} className="passbook-paper-sign">{`${word}：`}</View>
          ))}
        </View>
      </View>
    </View>
  );
}

/** How many entries the checkpoint does not hold yet is said beside it. */
function restWords(entries: readonly Entry[], head: Night | undefined): string {
  if (!head) return nightWords(head);
  const later = entries.filter(({ postedAtMs }) => businessDate(postedAtMs) > head.day).length;
  const open = later > 0 ? `，以后记的 ${later} 笔还没有封账` : '';
  return `${nightWords(head)}${open}`;
}

export function Paper(props: PaperProps) {
  const { entries, head, year } = props;
  const sheets = sheetsOf(linesOf(entries, year));
  return (
    <View className="passbook-paper">
      {sheets.map((lines, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its number
        <View key={i} className="passbook-paper-sheet">
          {i === 0 && <Top {...props} />}
          {lines.length > 0 && (
            <View {...describe({ role: 'list', label: `第 ${i + 1} 页` })}>
              <View className="passbook-paper-row passbook-paper-heads" {...describe({ role: 'listitem' })}>
                {HEADS.map((word, at) => (
                  <View key={word} className={`passbook-paper-cell passbook-paper-c${at}`}>
                    {word}
                  </View>
                ))}
              </View>
              {lines.map((line) => (
                <Row key={line.key} line={line} />
              ))}
            </View>
          )}
          {i === sheets.length - 1 && <Close {...props} />}
          <View className="passbook-paper-foot">
            <View className="grow">
              <View>{restWords(entries, head)}</View>
              <View>{`${fullDayWords(businessDate(clock()))}打印`}</View>
            </View>
            <View>{`第 ${i + 1} 页，共 ${sheets.length} 页`}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
