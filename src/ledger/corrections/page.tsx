import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Alert } from '../../components/alert';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Gate } from '../../session/gate';
import { Propose } from './propose';
import { Waiting } from './waiting';

function Body({ unitId, holder, seq }: { unitId: string; holder: string | undefined; seq: number | undefined }) {
  const [view, choose] = useState<'waiting' | 'propose'>(holder ? 'propose' : 'waiting');
  const [told, tell] = useState(false);
  return (
    <View className="stack">
      <Segments
        label="改正"
        items={[
          { key: 'waiting', word: '等着办的' },
          { key: 'propose', word: '提出改正' },
        ]}
        chosen={view}
        onChoose={(key) => {
          choose(key);
          tell(false);
        }}
      />
      {told && (
        <Alert kind="done" title="提好了">
          要社区管理员同意才算数，自己提的自己不能同意。在这以前积分不变。
        </Alert>
      )}
      {view === 'waiting' ? (
        <Waiting unitId={unitId} />
      ) : (
        <Propose
          unitId={unitId}
          holder={holder}
          seq={seq}
          onProposed={() => {
            choose('waiting');
            tell(true);
          }}
        />
      )}
    </View>
  );
}

/** Entries that never should have been: one person proposes, another decides. It is no penalty, and says so. */
export default function CorrectionsPage() {
  const { holder, seq } = useRouter().params;
  return (
    <Screen title="改正记错的积分" shell="staff">
      <Gate who="office" words="觉得积分不对，请告诉网格员或社区。">
        {({ communityId }) => <Body unitId={communityId} holder={holder} seq={Number(seq) || undefined} />}
      </Gate>
    </Screen>
  );
}
