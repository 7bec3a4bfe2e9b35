import { usePages } from '../../api/use-pages';
import { lackWords } from '../../catalogue/catalogue/item-words';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import { useMe } from '../../session';
import { isOffice } from '../../session/work';
import { goTo } from '../../ways';
import { worthShort } from '../../words/worth';
import { agoWords } from './second-words';

/** So many are named here; all of them stand in the list of drafts. */
const NAMED = 5;

/** Items that a colleague wrote and that lack nothing but the second person who publishes them. */
export function ToPublish({ unitId }: { unitId: string }) {
  const { me } = useMe();
  const { pages } = usePages('catalogue.items', me && isOffice(me) ? { unitId, state: 'draft' } : null);
  const waiting = pages
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      item.drafted && !item.drafted.isOwn && lackWords(item) === '' ? [{ item, by: item.drafted }] : [],
    );
  if (waiting.length === 0) return null;
  return (
    <>
      <SectionHeader title="等公布的项目" note={`${waiting.length} 项`} />
      <List label="等公布的项目">
        {waiting.slice(0, NAMED).map(({ item, by }) => (
          <ListRow
            key={item.itemId}
            icon="book"
            title={`${item.name} ${worthShort(item)}`}
            note={`新项目要公布 · ${by.byName || '一位同事'}，${agoWords(by.atMs, clock())}`}
            onTap={() => goTo('staff/catalogue', { view: 'draft', item: item.itemId })}
          />
        ))}
      </List>
    </>
  );
}
