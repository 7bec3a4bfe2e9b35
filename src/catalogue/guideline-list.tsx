import { View } from '@tarojs/components';
import type { DataOf } from '../api';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import { SectionHeader } from '../components/section-header';
import { EndedTag } from './ended-tag';

interface Props {
  guidelines: DataOf<'catalogue.guidelines'>['guidelines'];
  onOpen: (guidelineItemId: string) => void;
}

/** What city and district set, each with its range. */
export function GuidelineList({ guidelines, onOpen }: Props) {
  return (
    <View>
      <SectionHeader title="指导标准" note={`${guidelines.filter(({ isEnded }) => !isEnded).length} 项`} />
      <List label="指导标准">
        {guidelines.map(({ guidelineItemId, name, category, pointsMin, pointsMax, countedPer, unitName, isEnded }) => (
          <ListRow
            key={guidelineItemId}
            title={name}
            note={`${category} · ${unitName}`}
            tag={isEnded && <EndedTag />}
            trail={<View className="t-sub">{`${pointsMin} 到 ${pointsMax} 分 / ${countedPer}`}</View>}
            onTap={() => onOpen(guidelineItemId)}
          />
        ))}
      </List>
    </View>
  );
}
