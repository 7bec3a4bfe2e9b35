import { View } from '@tarojs/components';
import { Answer } from '../../components/answer';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { fullDayWords } from '../../words/dates';
import { AddHere } from '../add-here';
import { GuidelineList } from '../guideline-list';
import { RegisterDocument } from '../register-document';
import { NewProgramme } from './new-programme';
import type { Sources, SourcesReading } from './use-catalogue';

/** On what items rest: the notices, the city's and district's guideline items with their ranges, brand programmes. */
export function SourcesPanel(props: { sources: SourcesReading } & Adding) {
  const { sources, ...adding } = props;
  return (
    <Answer of={sources} failed="依据没能打开" rows={6}>
      {(known) => <KnownSources {...known} {...adding} />}
    </Answer>
  );
}

interface Adding {
  unitId: string;
  /** The office's admin registers notices and opens programmes; the guideline is set above. */
  mayAdd: boolean;
  onAdded: (words: string) => unknown;
}

function KnownSources({ documents, guidelines, programmes, unitId, mayAdd, onAdded }: Sources & Adding) {
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
      {mayAdd && <RegisterDocument unitId={unitId} onMade={() => onAdded('文件登记好了。')} />}
      <GuidelineList guidelines={guidelines} />
      <SectionHeader title="特色品牌" note={`${programmes.length} 个`} />
      <List label="特色品牌">
        {programmes.map(({ programmeId, name, aim }) => (
          <ListRow key={programmeId} title={name} note={aim} />
        ))}
      </List>
      {mayAdd && (
        <AddHere word="开一个特色品牌">
          {(close) => (
            <NewProgramme
              unitId={unitId}
              onMade={async () => {
                await onAdded('特色品牌开好了，新的积分项目可以归到它下面。');
                close();
              }}
            />
          )}
        </AddHere>
      )}
      <EndOfList>就这些了</EndOfList>
    </View>
  );
}
