import { usePages } from '../../api/use-pages';
import { List } from '../../components/list';
import { ListFoot } from '../../components/list-foot';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { momentWords } from '../../words/dates';
import { byWords, changeWords } from './words';

type About = { readonly residentId: string } | { readonly householdId: string };

/** What was changed about a person or a household, by whom, when and why. Nothing is said where nothing was. */
export function Changes({ about, title }: { about: About; title: string }) {
  const { pages, ...list } = usePages('household.history', { ...about, limit: 10 });
  const changes = pages.flatMap((page) => page.changes);
  if (list.refusal) return <RefusalAlert refusal={list.refusal} onRetry={() => void list.reload()} />;
  if (changes.length === 0) return null;
  return (
    <>
      <SectionHeader title={title} />
      <List label={title}>
        {changes.map((change) => (
          <ListRow
            key={change.changeId}
            icon="edit"
            title={changeWords(change)}
            note={byWords(change, momentWords(change.atMs))}
          />
        ))}
      </List>
      <ListFoot list={list} />
    </>
  );
}
