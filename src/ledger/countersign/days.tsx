import { View } from '@tarojs/components';
import { shortCode } from '../../../cloudfunctions/values/receipt';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Card } from '../../components/card';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { Tag } from '../../components/tag';
import { fullDayWords } from '../../words/dates';
import { outsideOf } from '../receipt/outside';
import '../receipt/verdict.scss';

export const DAYS_SHOWN = 14;

const TAGS = {
  signed: { word: '也签了', kind: 'ok' },
  notYet: { word: '还没签', kind: 'wait' },
  nobody: { word: '没人签', kind: 'plain' },
  differs: { word: '不一样', kind: 'bad' },
} as const;

/** Newest first, each with what those from outside say of it, as this device reckons it. */
export function Days({ unitId, told }: { unitId: string; told: DataOf<'ledger.countersignatures'> }) {
  const asked = useRead('ledger.checkpoints', { unitId, limit: DAYS_SHOWN });
  return (
    <Answer of={asked} failed="校验码没能打开" rows={4}>
      {({ checkpoints }) => {
        const days = checkpoints.map((one) => ({ ...one, state: outsideOf(one, told).state }));
        if (days.length === 0) return <Card className="t-sub">还没有公布过。有了第一笔积分，当天夜里就会公布。</Card>;
        return (
          <View className="stack">
            {days.some(({ state }) => state === 'differs') && (
              <Alert kind="danger" title="有一天和监督委员会签过的不一样">
                他们签过字以后，那天的账被换过。请把这一页给上级看，也给他们看。
              </Alert>
            )}
            <List label="每天的校验码">
              {days.map(({ day, hash, state }) => (
                <ListRow
                  key={day}
                  title={fullDayWords(day)}
                  note={<View className="receipt-hash">{shortCode(hash)}</View>}
                  trail={<Tag kind={TAGS[state].kind}>{TAGS[state].word}</Tag>}
                />
              ))}
            </List>
          </View>
        );
      }}
    </Answer>
  );
}
