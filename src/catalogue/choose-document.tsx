import { useWhole } from '../api/use-whole';
import { ChoiceError, type Said } from '../components/choice-error';
import { RefusalAlert } from '../components/refusal-alert';
import { SectionHeader } from '../components/section-header';
import { PickDocument } from './pick-document';
import { RegisterDocument } from './register-document';

interface Props {
  unitId: string;
  chosen: string | undefined;
  /** What is wrong with the choice. */
  said: Said;
  onChoose: (policyDocumentId: string | undefined) => void;
}

/** The notice that something of a unit rests on: one of the registered, or one registered here and chosen at once. */
export function ChooseDocument({ unitId, chosen, said, onChoose }: Props) {
  const documents = useWhole('catalogue.policyDocuments', { unitId }, 'documents');
  return (
    <>
      <SectionHeader title="文件依据" />
      <ChoiceError {...said} />
      <RefusalAlert refusal={documents.refusal} onRetry={() => void documents.reload()} />
      <PickDocument
        documents={documents.data ?? []}
        none="还没有登记文件。请先登记一份。"
        chosen={chosen}
        onChoose={onChoose}
      />
      <RegisterDocument
        unitId={unitId}
        onMade={async (policyDocumentId) => {
          await documents.reload();
          onChoose(policyDocumentId);
        }}
      />
    </>
  );
}
