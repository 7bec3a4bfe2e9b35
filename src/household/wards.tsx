import { Face } from '../components/face';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import type { Me } from '../session';
import { goTo } from '../ways';

export const wardNote = ({ age }: Me['wards'][number]): string =>
  ['由你监护，不住在你家', age === null ? '' : `${age} 岁`].filter(Boolean).join(' · ');

/** Those whose guardian somebody is by a paper; nothing where there are none. */
export function Wards({ wards }: { wards: Me['wards'] }) {
  if (wards.length === 0) return null;
  return (
    <List label="由你监护的人">
      {wards.map((ward) => (
        <ListRow
          key={ward.residentId}
          lead={<Face name={ward.name} />}
          title={ward.name}
          note={wardNote(ward)}
          onTap={() => goTo('pages/ward', { id: ward.residentId })}
        />
      ))}
    </List>
  );
}
