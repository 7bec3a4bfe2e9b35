import { useWrite } from '../../api/use-write';
import { ChangePanel } from '../changing';
import { freeOf, type Thing } from './words';

interface Props {
  thing: Thing;
  may: boolean;
  onDone: (words: string) => void;
}

/** One thing of the shelf: how much of it there is, what it was called, and that it is kept no longer. */
export function ThingPanel({ thing, may, onDone }: Props) {
  const { run, ...writing } = useWrite('reward.changeGoods');
  const { goodsId, name, measure, onShelf, promised, changes } = thing;
  return (
    <ChangePanel
      name={name}
      facts={[
        { term: '架上', value: `${onShelf} ${measure}` },
        { term: '等人来领', value: `${promised} ${measure}` },
        { term: '还能换', value: `${freeOf(thing)} ${measure}` },
      ]}
      changes={changes}
      may={may}
      endWords="停了以后不再进货、不再换；以前的进出都留在台账里。架上还有、还有人等着领，就停不了。"
      writing={writing}
      send={(asked) => run({ goodsId, ...asked })}
      onDone={onDone}
    />
  );
}
