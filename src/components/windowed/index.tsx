import { View } from '@tarojs/components';
import { Children, isValidElement, type ReactNode, useId } from 'react';
import { describe, type Semantics } from '../tappable/semantics';
import { cut } from './cut';
import { idOfPart, useSight } from './use-sight';
import './index.scss';

/** So many rows come and go together. Even, so that two beside each other stay together. */
const ROWS = 6;

interface Props {
  /** Rows, each with its key. */
  children: ReactNode;
  /** How many of them come and go together; 1 for groups of rows. */
  each?: number;
  /** How many rows a child stands for; or each of them, in their order. */
  rowsOf?: number | readonly number[];
  className?: string;
  semantics?: Semantics;
  /** What a reader hears of a part, where a list must say it: `rowgroup` in a table. */
  partRole?: string;
  /** What stands before each of the rows. */
  head?: ReactNode;
}

function Room({ id, px }: { id: string; px: number }) {
  return px > 0 && <View id={id} style={{ height: `${px}px` }} {...describe({ hidden: true })} />;
}

const countOf = (rowsOf: number | readonly number[], nth: number) =>
  typeof rowsOf === 'number' ? rowsOf : (rowsOf[nth] ?? 1);

/**
 * A long list of which only what is in sight or near it is drawn: WeChat gives a page a thousand nodes. On the web all of it is
 * there, so that it can be searched and printed, and the browser draws what is seen.
 */
export function Windowed({ children, each = ROWS, rowsOf = 1, className = '', semantics = {}, partRole, head }: Props) {
  const id = `w${useId().replace(/:/g, '')}`;
  const parts = cut(Children.toArray(children), each).map((rows, nth) => {
    const [first] = rows;
    return {
      key: isValidElement(first) ? String(first.key) : String(first),
      rows: rows.reduce<number>((sum, _, i) => sum + countOf(rowsOf, nth * each + i), 0),
      content: rows,
    };
  });
  const { from, to, above, below } = useSight(id, parts);
  const long = parts.length > 4 ? ' windowed-long' : '';
  return (
    <View className={`windowed${long} ${className}`} {...describe(semantics)}>
      {head}
      <Room id={`${id}-above`} px={above} />
      {parts.slice(from, to).map(({ key, content }, i) => (
        <View
          key={key}
          id={idOfPart(id, from + i)}
          className={`windowed-part ${id}${from + i > 0 ? ' windowed-later' : ''}`}
          {...(partRole && describe({ role: partRole }))}
        >
          {content}
        </View>
      ))}
      <Room id={`${id}-below`} px={below} />
    </View>
  );
}
