import { View } from '@tarojs/components';
import { Answer } from '../../components/answer';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { AddHere } from '../add-here';
import { DocumentPanel, GuidelinePanel, ProgrammePanel } from '../basis/later';
import { DocumentList } from '../document-list';
import { EndedTag } from '../ended-tag';
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
  onOpen: (id: string) => void;
}

function KnownSources({ documents, guidelines, programmes, unitId, mayAdd, onAdded, onOpen }: Sources & Adding) {
  return (
    <View className="stack">
      <DocumentList documents={documents} onOpen={onOpen} />
      {mayAdd && <RegisterDocument unitId={unitId} onMade={() => onAdded('文件登记好了。')} />}
      <GuidelineList guidelines={guidelines} onOpen={onOpen} />
      <SectionHeader title="特色品牌" note={`${programmes.filter(({ isEnded }) => !isEnded).length} 个`} />
      <List label="特色品牌">
        {programmes.map(({ programmeId, name, aim, isEnded }) => (
          <ListRow
            key={programmeId}
            title={name}
            note={aim}
            tag={isEnded && <EndedTag />}
            onTap={() => onOpen(programmeId)}
          />
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

interface SideProps {
  sources: Sources;
  id: string;
  onDone: (words: string) => void;
}
/** One of them, beside the lists: what is known of it, and the ways to put it right. */
export function SourceSide({ sources: { documents, guidelines, programmes }, id, onDone }: SideProps) {
  const document = documents.find(({ policyDocumentId }) => policyDocumentId === id);
  const guideline = guidelines.find(({ guidelineItemId }) => guidelineItemId === id);
  const programme = programmes.find(({ programmeId }) => programmeId === id);
  if (document) return <DocumentPanel {...{ document, onDone }} />;
  if (guideline) return <GuidelinePanel {...{ guideline, onDone }} />;
  return programme ? <ProgrammePanel {...{ programme, onDone }} /> : null;
}
