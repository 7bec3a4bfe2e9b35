import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { FoundPeople } from '../../household/find/found-people';
import { FoundState } from '../../household/find/found-state';
import { whoWords } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { useFinder } from '../../household/find/use-finder';
import type { Person } from '../../household/find/use-found-people';
import { findsByCodeOnly, type Position } from './positions';

interface Props {
  position: Position;
  own: string | undefined;
  chosen: Person | undefined;
  onChoose: (person: Person | undefined) => void;
}

const bindingWords = ({ isBound }: Person) => (isBound ? '已绑定' : '还没绑定');

/** Who it is to be: somebody of the community by name; for a supervisor whoever shows a code. */
export function WhoStep({ position, own, chosen, onChoose }: Props) {
  const byCodeOnly = findsByCodeOnly(position);
  const finder = useFinder(position.unitId, null, undefined, byCodeOnly);
  if (chosen)
    return (
      <Alert
        kind="info"
        title={`${chosen.name}，${bindingWords(chosen)}`}
        action={{ word: '换一位', onTap: () => onChoose(undefined) }}
      >
        {whoWords(chosen)}
      </Alert>
    );
  const elsewhere = finder.refusal?.code === 'NOT_ALLOWED' && finder.refusal.detail.because === 'livesElsewhere';
  return (
    <View className="stack">
      {byCodeOnly && (
        <View className="t-sub">
          请他打开“我的”，点“我的码”，你来扫；也可以扫他家的积分卡，或者输卡上的十位数字。为了保护居民，主管看到的姓名会遮住一个字。
        </View>
      )}
      <SearchRow finder={finder} byCodeOnly={byCodeOnly} />
      <FoundPeople
        people={finder.people}
        more={bindingWords}
        blocked={({ residentId }) => (residentId === own ? '自己请别人开' : undefined)}
        onChoose={onChoose}
      />
      {elsewhere ? (
        <Alert kind="refused" title="他住的地方不归你这里管。">
          请他住的那个社区的管理员，或者上一级的主管来开通。
        </Alert>
      ) : (
        finder.searching && <FoundState finder={finder} />
      )}
    </View>
  );
}
