import type { DataOf } from '../api';
import { PickOne } from '../components/pick-one';

interface Props {
  documents: readonly Pick<
    DataOf<'catalogue.policyDocuments'>['documents'][number],
    'policyDocumentId' | 'number' | 'title'
  >[];
  /** Said when none is registered yet: who does it, or that it can be done here. */
  none: string;
  chosen: string | undefined;
  onChoose: (policyDocumentId: string | undefined) => void;
}

/** The notice that an item or a reward rests on. */
export function PickDocument({ documents, none, chosen, onChoose }: Props) {
  const options = documents.map(({ policyDocumentId: id, title: words, number: note }) => ({ id, words, note }));
  return <PickOne label="文件" {...{ none, options, chosen, onChoose }} />;
}
