import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { limitsWords, worthWords } from '../../words/worth';

/** A lone admin's drafts: where nobody else is there, the level above is the second person. Nothing where there are none. */
export function Drafts({ unitId }: { unitId: string }) {
  const { data, reload } = useWhole('catalogue.items', { unitId, state: 'draft' }, 'items');
  const { run, busy, refusal } = useWrite('catalogue.publishItem');
  const [told, tell] = useState<{ kind: 'done' | 'info'; title: string }>();
  if (!data || (data.length === 0 && !told)) return null;
  const publish = async (itemId: string, name: string) => {
    tell(undefined);
    const done = await run({ unitId, itemIds: [itemId] });
    if (!done) return;
    if (done.published.length > 0) tell({ kind: 'done', title: `“${name}”发布了` });
    else tell({ kind: 'info', title: `“${name}”还缺东西，请社区管理员在“积分项目”里补好` });
    await reload();
  };
  return (
    <View>
      <SectionHeader title="等发布的积分项目" note={`${data.length} 件`} />
      {told && <Alert kind={told.kind} title={told.title} />}
      <RefusalAlert refusal={refusal} />
      <List label="等发布的积分项目">
        {data.map((item) => (
          <ListRow
            key={item.itemId}
            title={item.name}
            note={[worthWords(item), limitsWords(item), item.policyDocumentNumber].filter(Boolean).join(' · ')}
            trail={
              <Button small busy={busy} label={`发布，${item.name}`} onTap={() => void publish(item.itemId, item.name)}>
                发布
              </Button>
            }
          />
        ))}
      </List>
    </View>
  );
}
