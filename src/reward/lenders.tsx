import { View } from '@tarojs/components';
import type { HolderKind } from '../../cloudfunctions/values/awards';
import type { Payer } from '../../cloudfunctions/values/pooling';
import { Checkbox } from '../components/checkbox';
import { List } from '../components/list';
import { SectionHeader } from '../components/section-header';
import type { Reward } from './reward-words';

const NOT_AMONG_US = '去世的家人留下的';

/** The household's own account joins whenever somebody lends, and stands last. */
const lenderNote = (kind: HolderKind, available: number) =>
  kind === 'household' ? `可兑换 ${available} 分，选了家人还不够，就用这里的` : `可兑换 ${available} 分，同意过合用`;

interface Props {
  pool: Reward['mine']['pool'];
  ticked: readonly string[];
  onToggle: (id: string) => void;
  /** Of the household’s members, as far as they are known by now. */
  members: readonly { readonly residentId: string; readonly name: string }[];
}

/** Who lends, in words; the household's own account has no person's name, nor what somebody left who lives no more. */
function lenderName({ kind, id }: Payer, members: Props['members']): string {
  if (kind === 'household') return '全家共有的积分';
  return members.find(({ residentId }) => residentId === id)?.name ?? NOT_AMONG_US;
}

/** Whose points are used beside those of who stands there, at the desk and at the counter alike. */
export function Lenders({ pool, ticked, onToggle, members }: Props) {
  if (pool.length === 0) return null;
  return (
    <View>
      <SectionHeader title="和家人合用积分" note="先用他自己的" />
      <List label="合用谁的积分">
        {pool.map(({ holder, available }) => (
          <Checkbox
            key={holder.id}
            words={lenderName(holder, members)}
            note={lenderNote(holder.kind, available)}
            checked={ticked.includes(holder.id)}
            onChange={() => onToggle(holder.id)}
          />
        ))}
      </List>
    </View>
  );
}
