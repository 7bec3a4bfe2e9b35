import Taro, { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { usePages } from '../../api/use-pages';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import { numberWords } from '../../words/number';
import { AwardCard } from './award-card';
import { AwardFoot } from './award-foot';
import { Decided } from './decided';
import { type Award, agoWords, isAsked, titleOf } from './second-words';
import { ToPublish } from './to-publish';
import { useDeciding } from './use-deciding';
import './awards.scss';

const NOTHING = { icon: 'done', title: '没有等签字的', words: '超过一个人能发的分数，会在这里等另一位签字。' } as const;

function Next({ award, onTap }: { award: Award; onTap: () => void }) {
  const { points, holders, givenByName, givenAtMs, isOwn } = award;
  const who = isOwn ? '你' : givenByName || '一位同事';
  const sum = `${numberWords(points * holders.length)} 分`;
  const note = [sum, `${who}，${agoWords(givenAtMs, clock())}`, isAsked(award) && '等回话'].filter(Boolean).join(' · ');
  return <ListRow icon="edit" title={titleOf(award)} note={note} onTap={onTap} />;
}

const isForMe = ({ isOwn, isFamily }: Award) => !isOwn && !isFamily;

/** Awards above what one person gives alone: one is looked at, the others stand below it. */
export function Awards({ unitId, head }: { unitId: string; head: ReactNode }) {
  const { pages, ready, ...list } = usePages('award.waiting', { unitId }, MINUTE_MS);
  const [chosenId, choose] = useState(useRouter().params.award);
  const [told, tell] = useState<string>();
  const awards = ready ? pages.flatMap((page) => page.awards) : undefined;
  const award = awards?.find(({ waitingId }) => waitingId === chosenId) ?? awards?.[0];
  const deciding = useDeciding(award, (words) => {
    tell(words);
    void list.reload();
  });
  const open = ({ waitingId }: Award) => {
    choose(waitingId);
    tell(undefined);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const mine = awards?.filter(isForMe).length; // one's own is signed by somebody else
  const count = mine ? ` ${mine}${list.hasMore ? '+' : ''}` : '';
  return (
    <Screen
      title={`等你签字${count}`}
      shell="staff"
      className="desk-read"
      actions={award && <AwardFoot award={award} deciding={deciding} />}
    >
      {head}
      {told && <Alert kind="done" title={told} />}
      <ListPage of={{ ...list, data: awards }} failed="没能打开" rows={3} empty={NOTHING}>
        {(rows) => (
          <>
            {award && <AwardCard key={award.waitingId} award={award} deciding={deciding} />}
            {award && isForMe(award) && !isAsked(award) && !deciding.writing && (
              <Button kind="quiet" onTap={() => deciding.write('refusal')}>
                不签，说为什么
              </Button>
            )}
            {rows.length > 1 && <SectionHeader title="还有" note="自己提的、自家人的，轮不到自己签" />}
            {rows.length > 1 && (
              <List label="还有">
                {rows
                  .filter(({ waitingId }) => waitingId !== award?.waitingId)
                  .map((one) => (
                    <Next key={one.waitingId} award={one} onTap={() => open(one)} />
                  ))}
              </List>
            )}
          </>
        )}
      </ListPage>
      <ToPublish unitId={unitId} />
      <Decided unitId={unitId} />
    </Screen>
  );
}
