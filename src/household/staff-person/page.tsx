import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Gate } from '../../session/gate';
import { PersonDesk } from './person-desk';

export default function PersonPage() {
  const { id } = useRouter().params;
  return (
    <Screen title="改资料、搬家" shell="staff" className="desk-read">
      <Gate who="staff" words="改登记的信息，要由社区工作人员来做。" rows={5}>
        {({ communityId }) => (id ? <PersonDesk id={id} unitId={communityId} /> : null)}
      </Gate>
    </Screen>
  );
}
