import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { NEAR_PX, roomOf, type Span, spanInSight, within } from './geometry';

/** A browser leaves out by itself what is not in sight, and finds and prints it all the same. */
const IS_WINDOWED = process.env.TARO_ENV === 'weapp';
/** As long as none has been seen, so much is kept free for each row. */
const ROW_PX = 76;
/** What the first picture holds: a screen and a bit. */
const ROWS_AT_FIRST = 18;

export interface Part {
  readonly key: string;
  readonly rows: number;
}
interface Place {
  readonly id?: string;
  readonly top: number;
  readonly height: number;
}

function atFirst(parts: readonly Part[]): Span {
  if (!IS_WINDOWED) return { from: 0, to: parts.length };
  let rows = 0;
  const to = parts.findIndex((part) => {
    rows += part.rows;
    return rows >= ROWS_AT_FIRST;
  });
  return { from: 0, to: to < 0 ? parts.length : to + 1 };
}

const nameOf = ({ key, rows }: Part) => `${key}/${rows}`;

/** Of those that have been seen their own; the others are taken to have rows as high as theirs. */
function heightsOf(parts: readonly Part[], seen: ReadonlyMap<string, number>) {
  const known = parts.filter((part) => seen.has(nameOf(part)));
  const rows = known.reduce((sum, part) => sum + part.rows, 0);
  const px = known.reduce((sum, part) => sum + (seen.get(nameOf(part)) ?? 0), 0);
  const rowPx = rows > 0 ? px / rows : ROW_PX;
  return parts.map((part) => seen.get(nameOf(part)) ?? Math.round(part.rows * rowPx));
}

export const idOfPart = (id: string, index: number) => `${id}-${index}`;

/** Which parts of a list are drawn, and how much room the others take: what is in sight and near it, and no more. */
export function useSight(id: string, parts: readonly Part[]) {
  const [chosen, choose] = useState<Span>();
  const page = useRef(Taro.getCurrentInstance().page);
  const seen = useRef(new Map<string, number>());
  const span = IS_WINDOWED && chosen ? within(chosen, parts.length) : atFirst(parts);
  const room = roomOf(heightsOf(parts, seen.current), span);
  const newest = useRef(parts);
  newest.current = parts;

  const look = useRef((places: readonly Place[]) => {
    const all = newest.current;
    const indexOf = (place: Place) => Number(place.id?.slice(id.length + 1));
    for (const place of places) {
      const part = all[indexOf(place)];
      if (part && place.height > 0) seen.current.set(nameOf(part), place.height);
    }
    const first = places.find((place) => place.height > 0);
    if (!first) return; // the page is not in front
    choose(spanInSight(heightsOf(all, seen.current), indexOf(first), first.top, Taro.getWindowInfo().windowHeight));
  });

  const { from, to } = span;
  const count = parts.length;
  useEffect(() => {
    const instance = page.current;
    if (!IS_WINDOWED || !instance) return;
    const measure = () =>
      Taro.createSelectorQuery()
        .selectAll(`.${id}`)
        .boundingClientRect((places) => look.current(Array.isArray(places) ? places : [places]))
        .exec();
    const ends = [from > 0 && 'above', to < count && 'below'].filter((end) => end !== false);
    const watches = ends.map((end) => {
      const watch = Taro.createIntersectionObserver(instance);
      watch
        .relativeToViewport({ top: NEAR_PX, bottom: NEAR_PX })
        .observe(`#${id}-${end}`, ({ intersectionRatio = 0 }) => {
          if (intersectionRatio > 0) measure();
        });
      return watch;
    });
    return () => {
      for (const watch of watches) watch.disconnect();
    };
  }, [id, from, to, count]);
  return { ...span, ...room };
}
