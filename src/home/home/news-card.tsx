import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { unseenWords } from '../../household/inbox/words';
import { goTo } from '../../ways';

/** Somebody changed what is registered here, or will soon decide for themself: told where one looks first. */
export function NewsCard({ unseen }: { unseen: number }) {
  return (
    <List className="home-above">
      <ListRow
        icon="bell"
        title="消息"
        note={`${unseenWords(unseen)}，看看谁改了什么`}
        onTap={() => goTo('pages/inbox')}
      />
    </List>
  );
}
