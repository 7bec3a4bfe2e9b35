import { View } from '@tarojs/components';
import { useState } from 'react';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { EMPTY_BASIS, toSent } from './basis';
import { BasisForm } from './basis-form';
import { lintWords, type Published } from './item-words';
import type { Catalogue } from './use-catalogue';

/** What publishing needs, given to all ticked drafts at once; what is left empty stays as it was. */
export function CompletePanel({ catalogue }: { catalogue: Catalogue }) {
  const [basis, setBasis] = useState(EMPTY_BASIS);
  const { picked, bulk, sources } = catalogue;
  const sent = toSent(basis);
  const nothing = typeof sent !== 'string' && Object.keys(sent).length === 0;
  const complete = async () => {
    const done = await bulk.complete(picked, basis);
    if (!done) return;
    bulk.forget();
    catalogue.setCompleting(false);
    catalogue.setTold(`补好了 ${done.completed} 项，齐了就可以发布`);
  };
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {`一起补齐 ${picked.length} 项`}
      </Heading>
      <View className="t-sub">填了的，每一项都照填；没填的，还是原来的样子。</View>
      <BasisForm basis={basis} sources={sources} onChange={setBasis} />
      <RefusalAlert refusal={bulk.refusal} onRetry={() => void complete()} />
      <View className="row">
        <Button onTap={() => catalogue.setCompleting(false)}>不补了</Button>
        <Button
          busy={bulk.busy}
          blocked={typeof sent === 'string' ? sent : nothing ? '先填一样' : undefined}
          onTap={() => void complete()}
        >
          {`补齐这 ${picked.length} 项`}
        </Button>
      </View>
    </Card>
  );
}

/** What was published; and of each that was not, everything that stands against it. */
export function PublishedAlert({ published, onOpen }: { published: Published; onOpen: (itemId: string) => void }) {
  const { published: done, refused } = published;
  return (
    <View className="stack">
      {done.length > 0 && (
        <Alert kind="done" title={`发布了 ${done.length} 项`}>
          现在就能用来发积分，居民也看得到。
        </Alert>
      )}
      {refused.length > 0 && (
        <>
          <Alert kind="refused" title={`有 ${refused.length} 项还不能发布`}>
            每一项缺什么写在下面，点开就能改。
          </Alert>
          <List label="还不能发布的">
            {refused.map(({ itemId, name, findings }) => (
              <ListRow
                key={itemId}
                icon="edit"
                title={name}
                note={findings.map((finding) => <View key={finding.rule}>{lintWords(finding)}</View>)}
                onTap={() => onOpen(itemId)}
              />
            ))}
          </List>
        </>
      )}
    </View>
  );
}
