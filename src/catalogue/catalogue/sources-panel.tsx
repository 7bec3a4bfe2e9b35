import { View } from '@tarojs/components';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { ErrorState } from '../../components/page-state';
import { SectionHeader } from '../../components/section-header';
import { Skeleton } from '../../components/skeleton';
import { fullDayWords } from '../../words/dates';
import type { SourcesReading } from './use-catalogue';

/** On what items rest: the notices, the city's and district's guideline items with their ranges, brand programmes. */
export function SourcesPanel({ sources }: { sources: SourcesReading }) {
  const { known, refusal, reload } = sources;
  if (!known)
    return refusal ? (
      <ErrorState title="依据没能打开" onRetry={() => void reload()} refusal={refusal} />
    ) : (
      <Skeleton rows={6} />
    );
  const { documents, guidelines, programmes } = known;
  return (
    <View className="stack">
      <SectionHeader title="文件依据" note={`${documents.length} 份`} />
      <List label="文件依据">
        {documents.map(({ policyDocumentId, number, title, issuer, issuedOn }) => (
          <ListRow
            key={policyDocumentId}
            icon="list"
            title={title}
            note={`${number} · ${issuer} · ${fullDayWords(issuedOn)}`}
          />
        ))}
      </List>
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
      <SectionHeader title="特色品牌" note={`${programmes.length} 个`} />
      <List label="特色品牌">
        {programmes.map(({ programmeId, name, aim }) => (
          <ListRow key={programmeId} title={name} note={aim} />
        ))}
      </List>
      <EndOfList>就这些了</EndOfList>
    </View>
  );
}
