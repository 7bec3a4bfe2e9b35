import { View } from '@tarojs/components';
import { shortCode } from '../../../cloudfunctions/values/receipt';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { ShownCode } from '../../components/shown-code';
import { useWhoever } from '../../session';
import { communityOf } from '../../session/work';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { lateWords } from '../receipt/receipt-words';
import { trustedKey } from '../receipt/trusted-key';
import { CheckCode } from './check-code';
import '../receipt/verdict.scss';

type Nights = DataOf<'ledger.nights'>;
const NIGHTS = 31;

function Key({ told }: { told: string }) {
  const { key, isBuiltIn } = trustedKey(told);
  const differs = isBuiltIn && key !== told;
  return (
    <Card className="stack">
      {differs && (
        <Alert kind="danger" title="服务器的公钥和程序里的不一样">
          先别信这里的回执，请把这一页给社区看。
        </Alert>
      )}
      <ShownCode name="公钥" code={key} small />
      <View className="t-sub">
        {isBuiltIn ? '这把公钥装在程序里。' : '这把公钥是服务器告诉的。社区可以把它打印出来贴在墙上，谁都能来对一对。'}
      </View>
    </Card>
  );
}

/** Of the reader's own community: who signs its days from outside, and how far they have come. */
function FromOutside() {
  const { me } = useWhoever();
  const unitId = me && communityOf(me);
  const { data } = useRead('ledger.countersignatures', unitId ? { unitId, limit: 1 } : null);
  const [newest] = data?.countersignatures ?? [];
  const [signer] = data?.countersigners ?? [];
  if (!unitId || !data) return null;
  const instead = signer ? `${signer.name}还没有签过` : '还没有登记监督委员会的公钥';
  return (
    <Card className="stack">
      <View className="strong">{newest ? `${newest.name}签到 ${fullDayWords(newest.day)}` : instead}</View>
      <View className="t-sub">系统以外的人，用自己的钥匙把你们社区的每一天再签一遍。</View>
      <Button onTap={() => goTo('pages/countersign', { unit: unitId })}>看每一天谁签了</Button>
    </Card>
  );
}

function Shown({ nights: { heads, publicKey } }: { nights: Nights }) {
  return (
    <View className="stack">
      <View>
        每天夜里，把前一天所有社区的账合成一个校验码，签上字，公布在这里。后一天的校验码里写着前一天的，所以少一天、改一天，都看得出来。
      </View>
      <SectionHeader title="核对一张纸" />
      <CheckCode />
      <SectionHeader title="签字的公钥" />
      <Key told={publicKey} />
      <FromOutside />
      <SectionHeader title="每晚的校验码" note={`近 ${NIGHTS} 天`} />
      {heads.length === 0 ? (
        <Card className="t-sub">还没有公布过。有了第一笔积分，当天夜里就会公布。</Card>
      ) : (
        <List label="每晚的校验码">
          {heads.map(({ day, count, hash, late }) => (
            <ListRow
              key={day}
              title={fullDayWords(day)}
              note={[count > 0 ? `${count} 个社区的账` : '没有新的账', late && lateWords(late)]
                .filter(Boolean)
                .join(' · ')}
              trail={<View className="receipt-hash">{shortCode(hash)}</View>}
            />
          ))}
        </List>
      )}
    </View>
  );
}

/** What is published for everybody: the key, and each night's head. Anyone reads it, signed in or not. */
export default function NightsPage() {
  const asked = useRead('ledger.nights', { limit: NIGHTS });
  return (
    <Screen
      title="每晚公布的校验码"
      actions={
        <ActionBar>
          <Button icon="shield" onTap={() => goTo('pages/receipt-verify')}>
            核对一张回执
          </Button>
        </ActionBar>
      }
    >
      <Answer of={asked} failed="校验码没能打开">
        {(nights) => <Shown nights={nights} />}
      </Answer>
    </Screen>
  );
}
