import { View } from '@tarojs/components';
import type { DataOf } from '../api';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import { SectionHeader } from '../components/section-header';
import { fullDayWords } from '../words/dates';
import { EndedTag } from './ended-tag';

interface Props {
  documents: DataOf<'catalogue.policyDocuments'>['documents'];
  onOpen: (policyDocumentId: string) => void;
}

/** Notices that items and rewards may rest on. */
export const DocumentList = ({ documents, onOpen }: Props) => (
  <View>
    <SectionHeader title="文件依据" note={`${documents.filter(({ isEnded }) => !isEnded).length} 份`} />
    <List label="文件依据">
      {documents.map(({ policyDocumentId, number, title, issuer, issuedOn, isEnded }) => (
        <ListRow
          key={policyDocumentId}
          icon="list"
          title={title}
          note={`${number} · ${issuer} · ${fullDayWords(issuedOn)}`}
          tag={isEnded && <EndedTag />}
          onTap={() => onOpen(policyDocumentId)}
        />
      ))}
    </List>
  </View>
);
