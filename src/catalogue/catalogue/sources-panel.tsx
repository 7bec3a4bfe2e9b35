import { View } from '@tarojs/components';
import { Answer } from '../../components/answer';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { fullDayWords } from '../../words/dates';
import type { Sources, SourcesReading } from './use-catalogue';

/** On what items rest: the notices, the city's and district's guideline items with their ranges, brand programmes. */
export function SourcesPanel({ sources }: { sources: SourcesReading }) {
  return (
    <Answer of={sources} failed="依据没能打开" rows={6}>
      {(known) => <KnownSources {...known} />}
    </Answer>
  );
}

function KnownSources({ documents, guidelines, programmes }: Sources) {
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
