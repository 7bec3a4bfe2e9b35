import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Refused } from '../../api';
import { type Asked, NotYet, type UntilAnswered } from '../answer';
import { EndOfList } from '../end-of-list';
import { ListFoot } from '../list-foot';
import { EmptyState } from '../page-state';
import type { Step } from '../refusal-alert/way-on';
import { StaleNote } from '../stale-note';

/** With `more` it comes page by page, as `usePages` has it. */
export interface Listed<Row> extends Asked<readonly Row[]> {
  readonly hasMore?: boolean;
  readonly more?: () => Promise<void>;
  readonly busy?: boolean;
  readonly moreRefusal?: Refused | undefined;
}

interface Props<Row> extends UntilAnswered {
  of: Listed<Row>;
  /** What will stand here, how it gets here, and what to do. */
  empty: { icon: Parameters<typeof EmptyState>[0]['icon']; title: string; words: string; action?: Step };
  /** On the button that asks for more. */
  more?: string;
  /** Below the last row. */
  end?: string;
  /** None where a table shows the rows, and this stands in its place as long as there are none. */
  children?: (rows: readonly Row[]) => ReactNode;
}

function Foot<Row>({ of: list, more: word, end = '就这些了' }: Pick<Props<Row>, 'of' | 'more' | 'end'>) {
  const { hasMore = false, more, busy = false, moreRefusal } = list;
  if (!more || !hasMore) return <EndOfList>{end}</EndOfList>;
  return <ListFoot list={{ hasMore, more, busy, moreRefusal }} {...(word && { more: word })} />;
}

/** A list from its skeleton to its end: why it did not open, what to do while it is empty, its rows, more of them. */
export function ListPage<Row>({ of: list, empty, more, end, children, ...until }: Props<Row>) {
  const { data: rows, refusal, reload } = list;
  if (!rows) return <NotYet refusal={refusal} reload={reload} {...until} />;
  const stale = refusal && <StaleNote refusal={refusal} reload={reload} />;
  if (rows.length === 0 && !list.hasMore)
    return (
      <>
        {stale}
        <EmptyState {...empty} />
      </>
    );
  return (
    <View>
      {stale}
      {children?.(rows)}
      <Foot of={list} {...(more && { more })} {...(end !== undefined && { end })} />
    </View>
  );
}
