import { useEffect, useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { useNoteWaiting } from '../../app-facts';
import { useWork } from '../../session/use-work';
import { type Application, type Draft, EMPTY_DRAFT, toDecision } from './decision';

/** The list, oldest first, and what is being decided. */
export function useApplications() {
  const work = useWork();
  const { unitId } = work;
  const list = useWhole('household.applications', unitId ? { unitId, limit: PAGE_MAX } : null, 'applications');
  const [openedId, open] = useState<string>();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [told, setTold] = useState<string>();
  const deciding = useWrite('household.decideApplication');
  const applications = list.data;
  useNoteWaiting('applications', applications?.length);

  const { reload } = list;
  const { clear } = deciding;
  const isDecided = deciding.refusal?.code === 'APPLICATION_DECIDED';
  useEffect(() => {
    if (!isDecided) return; // by a colleague, or taken back: it leads on to the list as it is now
    open(undefined);
    setDraft(EMPTY_DRAFT);
    clear();
    setTold('这个申请刚才已经有结果了，不用再办。名单是最新的');
    void reload();
  }, [isDecided, clear, reload]);

  const choose = (application: Application | undefined) => {
    open(application?.applicationId);
    setDraft(EMPTY_DRAFT);
    setTold(undefined);
    deciding.clear();
  };
  const decide = async ({ applicationId, name }: Application) => {
    const decision = toDecision(draft);
    if (typeof decision === 'string') return;
    const done = await deciding.run({ applicationId, decision });
    if (!done) return;
    choose(undefined);
    setTold(
      done.state === 'approved' ? `${name}的申请通过了，现在就能用了` : `${name}的申请没有通过，他打开申请就能看到原因`,
    );
    await reload();
  };
  return {
    applications,
    refusal: list.refusal ?? work.refusal,
    reload,
    opened: applications?.find(({ applicationId }) => applicationId === openedId),
    choose,
    ...{ draft, setDraft, decide, told },
    busy: deciding.busy,
    decideRefusal: deciding.refusal,
  };
}
export type Applications = ReturnType<typeof useApplications>;
