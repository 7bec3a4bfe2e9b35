import { View } from '@tarojs/components';
import { DAY_MS } from '../../../cloudfunctions/values/dates';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { Tappable } from '../../components/tappable';
import { describe } from '../../components/tappable/semantics';
import { clock } from '../../device/clock';
import { useMe } from '../../session';
import { goTo, pageOf } from '../../ways';
import type { Way } from './keys';
import { useWhose } from './use-whose';
import { agoWords, type Kind, type Kinds, WAITING_WORDS } from './waiting-words';

/** At the right end of the line somebody has waited this long. */
const LINE_MS = 3 * DAY_MS;

/** A dot for each, further to the right the longer it has waited; the one that has waited longest is a ring when it is time. */
function AgeLine({ kind: { count, sinceMs }, now }: { kind: Kind; now: number }) {
  const [oldest = now] = sinceMs;
  return (
    <View className="age-line" {...describe({ role: 'img', label: `${count} 件，最久的${agoWords(now - oldest)}` })}>
      {sinceMs.map((since, i) => {
        const age = Math.min(1, Math.max(0, (now - since) / LINE_MS));
        return (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have come in the same moment
            key={i}
            className={`age-line-dot${i === 0 && age >= 1 ? ' age-line-due' : ''}`}
            style={{ left: `${(age * 94 + 2).toFixed(1)}%` }}
          />
        );
      })}
    </View>
  );
}

function Letters({ letter }: { letter: string | undefined }) {
  if (!letter) return <View />;
  return (
    <View className="workbench-letters" {...describe({ hidden: true })}>
      <View className="key-hints-key">G</View>
      <View className="key-hints-key">{letter.toUpperCase()}</View>
    </View>
  );
}

function Row({ kind, way, unitId }: { kind: Kind; way: Way | undefined; unitId: string }) {
  const { word, note: plain, list } = WAITING_WORDS[kind.kind];
  const { me } = useMe();
  const whose = useWhose(kind, { unitId, residentId: me?.resident?.residentId });
  const note = whose ? (kind.count > 1 ? `最久的是 ${whose}` : whose) : plain;
  const now = clock();
  const [oldest = now] = kind.sinceMs;
  const ago = agoWords(now - oldest);
  return (
    <Tappable
      className="workbench-waiting-row"
      role="link"
      label={`${kind.count} ${word}，${note}，${ago}`}
      onTap={() => way && goTo(pageOf(way.path), { list })}
    >
      <View className="num workbench-waiting-count">{kind.count}</View>
      <View className="workbench-waiting-what">
        <View className="strong">{word}</View>
        <View className="t-cap whole-words">{note}</View>
      </View>
      <AgeLine kind={kind} now={now} />
      <View className={`workbench-waiting-ago${now - oldest >= LINE_MS ? ' strong' : ''}`}>{ago}</View>
      <Letters letter={way?.letter} />
    </Tappable>
  );
}

/** What waits for the caller; where nothing does, that is said once. */
export function WaitingCard({ kinds, ways, unitId }: { kinds: Kinds; ways: readonly Way[]; unitId: string }) {
  const waiting = kinds.filter(({ count }) => count > 0);
  return (
    <Card flush className="workbench-card">
      <View className="workbench-card-head">
        <Heading level={2}>等我办的</Heading>
        <View className="t-cap">一个点是一件，越靠右等得越久</View>
      </View>
      {waiting.length === 0 ? (
        <View className="workbench-note">现在没有等着你的事。</View>
      ) : (
        <View className="workbench-waiting-row workbench-waiting-head t-cap" {...describe({ hidden: true })}>
          <View className="workbench-waiting-count">件</View>
          <View className="workbench-waiting-what">什么事</View>
          <View className="workbench-axis">
            <View>刚来</View>
            <View>三天</View>
          </View>
          <View className="workbench-waiting-ago">最久的一件</View>
          <View className="workbench-letters">直达</View>
        </View>
      )}
      {waiting.map((kind) => (
        <Row key={kind.kind} {...{ kind, unitId }} way={ways.find(({ key }) => key === WAITING_WORDS[kind.kind].key)} />
      ))}
    </Card>
  );
}
