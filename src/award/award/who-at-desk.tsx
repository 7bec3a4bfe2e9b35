import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Answer } from '../../components/answer';
import { KeyHints } from '../../components/data-table/key-hints';
import { Segments } from '../../components/segments';
import { FoundState } from '../../household/find/found-state';
import { SearchRow } from '../../household/find/search-row';
import type { Item } from './award-words';
import { FilterRow } from './filter-row';
import { HINTS, PeopleTable } from './people-table';
import type { Award } from './use-award';
import { All, Brought, NOBODY, OwnFamily, Rows, SOURCES } from './who';
import '../../components/data-table/desk.scss';
import '../../components/data-table/dense.scss';

interface Props {
  award: Award;
  item: Item;
}

/** The list in a frame of its own, in which it scrolls. */
function Framed({ award, item }: Props) {
  const { candidates, isBrought, shown } = award;
  const isSocieties = item.holderKind === 'society';
  return (
    <View className="table-frame">
      {candidates.length > 0 && !isSocieties && <All award={award} item={item} />}
      <View className="table-frame-scroll">
        {candidates.length > 0 &&
          (isSocieties ? <Rows award={award} /> : <PeopleTable award={award} points={item.points} />)}
        <OwnFamily award={award} />
        {!isBrought && !isSocieties && <FoundState finder={shown} nobody={NOBODY} />}
      </View>
    </View>
  );
}

/** Among whom, at a desk: what sifts them above, the list below it, and what comes of it beside. */
export function WhoAtDesk({ award, item, children }: Props & { children: ReactNode }) {
  const { finder, source, isBrought, candidates, societies } = award;
  const isSocieties = item.holderKind === 'society';
  return (
    <>
      {!isSocieties && (
        <View className="award-ways">
          <SearchRow finder={finder} />
          {!finder.searching && (
            <Segments wrap label="从哪里选" items={SOURCES} chosen={source} onChoose={award.setSource} />
          )}
        </View>
      )}
      {!isSocieties && source === 'all' && <FilterRow award={award} />}
      <View className="columns">
        {isSocieties ? (
          <Answer of={societies} failed="社团名单没能打开">
            {() => <Framed award={award} item={item} />}
          </Answer>
        ) : isBrought && candidates.length === 0 ? (
          <View className="award-bring">
            <Brought award={award} />
          </View>
        ) : (
          <Framed award={award} item={item} />
        )}
        <View className="desk-pane award-side">
          {isBrought && candidates.length > 0 && <Brought award={award} />}
          {children}
        </View>
      </View>
      <KeyHints hints={HINTS} />
    </>
  );
}
