import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { goTo } from '../../ways';
import type { Work } from './content';

/** Staff and clerks live here too: one row leads to their work. */
export function WorkCard({ word, note, page }: Work) {
  return (
    <List className="home-above">
      <ListRow icon="door" title={word} note={note} onTap={() => goTo(page)} />
    </List>
  );
}
