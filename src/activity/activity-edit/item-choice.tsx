import { View } from '@tarojs/components';
import { useState } from 'react';
import { capWords, type Item } from '../../award/award/award-words';
import type { Items } from '../../award/award/use-items';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError, type Said } from '../../components/choice-error';
import { List } from '../../components/list';
import { EmptyState } from '../../components/page-state';
import { SectionHeader } from '../../components/section-header';

const FIRST = 4;

/** A check-in knows neither a grade nor how long: those are given by staff. */
const isByCheckIn = ({ holderKind, grades, perHalfHours }: Item) =>
  holderKind === 'resident' && grades.length === 0 && perHalfHours === null;

/** What a check-in earns: items for persons, those given lately first. */
export function ItemChoice(props: Props) {
  const { items } = props;
  const others = items.items.filter((item) => !items.often.includes(item));
  const personal = [...items.often, ...others].filter(isByCheckIn);
  const { refusal, reload, ready } = items;
  return (
    <Answer of={{ data: ready ? personal : undefined, refusal, reload }} failed="积分项目没能打开" rows={3}>
      {(known) => <Choices {...props} personal={known} />}
    </Answer>
  );
}

function Choices({ personal, chosen, onChoose, said }: Props & { personal: readonly Item[] }) {
  const [all, setAll] = useState(false);
  if (personal.length === 0)
    return <EmptyState icon="book" title="还没有积分项目" words="社区管理员发布以后，才能办记积分的活动。" />;
  const first = personal.slice(0, FIRST);
  const shown = all ? personal : chosen && !first.includes(chosen) ? [chosen, ...first] : first;
  return (
    <View>
      <SectionHeader title="签到记哪一件" />
      <ChoiceError {...said} />
      <List label="签到记哪一件">
        {shown.map((item) => (
          <Checkbox
            key={item.itemId}
            role="radio"
            words={`${item.name}　${item.points} 分`}
            note={capWords(item)}
            checked={item.itemId === chosen?.itemId}
            onChange={() => onChoose(item.itemId)}
          />
        ))}
      </List>
      {!all && personal.length > FIRST && (
        <Button kind="quiet" onTap={() => setAll(true)}>{`看全部 ${personal.length} 件`}</Button>
      )}
    </View>
  );
}
interface Props {
  items: Items;
  chosen: Item | undefined;
  onChoose: (itemId: string) => void;
  said: Said;
}
