import { useWrite } from '../../api/use-write';
import type { HomeFormProps } from './data';
import { Going } from './going';

/** Somebody asks at the desk that nothing be known of them any more. It cannot be taken back, and says so. */
export function Erase(props: HomeFormProps) {
  return (
    <Going
      {...props}
      title={`删除${props.person.name}的资料`}
      write={useWrite('household.erasePerson')}
      among={['toldUs', 'showedPaper']}
      missing="先选是怎么来说的"
      lines={[
        '姓名、电话、生日这些资料都删掉，谁也找不回来，也不能撤回。',
        '记过的积分一条不少，只是不再有名字；这些积分以后谁也不能用，还没用的兑换券会取消。',
        '他离开这户，手机绑定、担任的工作、监护登记都结束。想先换的东西，请他先换好。',
        '家里人会收到消息：有一位删除了自己的资料。',
      ]}
      word="删除，不再找回"
      close="先不删"
    />
  );
}
