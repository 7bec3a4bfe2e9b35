import { View } from '@tarojs/components';
import type { DataOf } from '../api';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import { SectionHeader } from '../components/section-header';

/** What city and district set, each with its range. */
export function GuidelineList({ guidelines }: { guidelines: DataOf<'catalogue.guidelines'>['guidelines'] }) {
  return (
    <View>
      <SectionHeader title="指导标准" note={`${guidelines.length} 项`} />
      <List label="指导标准">
        {guidelines.map(({ guidelineItemId, name, category, pointsMin, pointsMax, countedPer, unitName }) => (
          <ListRow
            key={guidelineItemId}
            title={name}
            note={`${category} · ${unitName}`}
            trail={<View className="t-sub">{`${pointsMin} 到 ${pointsMax} 分 / ${countedPer}`}</View>}
          />
        ))}
      </List>
    </View>
  );
}
