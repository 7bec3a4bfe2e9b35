import { useWrite } from '../../api/use-write';
import { type HomeFormProps, restOf } from './data';
import { Going } from './going';

/** Somebody has gone where nobody of ours lives. */
export function Go(props: HomeFormProps) {
  const { residentId, name } = props.person;
  const rest = restOf(props.household, [residentId]);
  return (
    <Going
      {...props}
      title={`${name}搬走了`}
      write={useWrite('household.leave')}
      among={['movedHouse', 'married', 'toldUs']}
      missing="先选为什么"
      lines={[
        `${name}不再是这户的人。他自己的积分、兑换券和存折都还是他的，一分不少。`,
        '搬到别的社区，请他出示“我的码”，由那边的网格员接进新家。搬回来，在这一页就能接回。',
        ...(rest.length === 0 ? ['这户没有别人了，会停用；这户共有的积分留在账上。'] : []),
      ]}
      word="登记搬走"
      close="先不登记"
    />
  );
}
