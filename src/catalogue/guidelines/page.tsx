import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Gate } from '../../session/gate';
import { DocumentPanel, GuidelinePanel } from '../basis/later';
import { DocumentList } from '../document-list';
import { GuidelineList } from '../guideline-list';
import { NewGuideline } from './new-guideline';

const SCREEN = { title: '指导标准', shell: 'staff', lead: '市里、区里定范围，社区定自己的分值' } as const;

function Guidelines({ unitId }: { unitId: string }) {
  const asked = useWhole('catalogue.guidelines', { unitId, ended: true }, 'guidelines');
  const notices = useWhole('catalogue.policyDocuments', { unitId, ended: true }, 'documents');
  const [setting, set] = useState(false);
  const [openedId, open] = useState<string>();
  const guideline = asked.data?.find(({ guidelineItemId }) => guidelineItemId === openedId);
  const document = notices.data?.find(({ policyDocumentId }) => policyDocumentId === openedId);
  const [told, tell] = useState<string>();
  const begin = () => {
    tell(undefined);
    set(true);
  };
  const close = () => {
    set(false);
    open(undefined);
  };
  const done = (words: string) => {
    close();
    tell(words);
    void asked.reload();
    void notices.reload();
  };
  const show = (id: string) => {
    tell(undefined);
    open(id);
  };
  return (
    <ListAndDetail
      {...SCREEN}
      list={
        <View className="stack">
          {told && <Alert kind="done" title={told} />}
          <Answer of={asked} failed="指导标准没能打开" rows={6}>
            {(guidelines) => <GuidelineList guidelines={guidelines} onOpen={show} />}
          </Answer>
          <Answer of={notices} amid failed="文件没能打开" rows={2}>
            {(documents) => <DocumentList documents={documents} onOpen={show} />}
          </Answer>
        </View>
      }
      detail={
        setting ? (
          <NewGuideline
            unitId={unitId}
            onDone={(name) => done(`“${name}”定好了，下面的社区现在就能照着定自己的积分项目。`)}
          />
        ) : guideline ? (
          <GuidelinePanel key={openedId} guideline={guideline} onDone={done} />
        ) : (
          document && <DocumentPanel key={openedId} document={document} onDone={done} />
        )
      }
      onClose={close}
      onBack={setting || guideline || document ? close : undefined}
      actions={
        !setting &&
        !openedId && (
          <ActionBar>
            <Button kind="primary" icon="plus" onTap={begin}>
              定一项指导标准
            </Button>
          </ActionBar>
        )
      }
    />
  );
}

/** The guideline items of a city or district: what communities below may give points for, and between how many. */
export default function GuidelinesPage() {
  return (
    <Gate who="supervisor" words="指导标准由市里和区里来定。" failed="指导标准没能打开" rows={5} screen={SCREEN}>
      {({ unitId }) => <Guidelines unitId={unitId} />}
    </Gate>
  );
}
