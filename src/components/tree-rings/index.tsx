import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { useAppearance } from '../../theme/appearance';
import type { Palette } from '../../theme/tokens';
import { describe } from '../tappable/semantics';
import { ringPaths, SIDE } from './shape';
import './index.scss';

interface Props {
  /** Points of each month, the oldest first. */
  months: readonly number[];
  on?: 'jade' | 'paper';
  /** Radius, of 88, where the rings begin: a wide pith leaves room for a number. */
  pith?: number;
  /** `grow` draws the newest ring once (after a check-in); `open` leaves it open (after an error); `soft` keeps it pale. */
  newest?: 'plain' | 'soft' | 'grow' | 'open';
  className?: string;
}

interface Drawing {
  old: string;
  newest: string;
}

const oldColour = { jade: 'ring', paper: 'ring-paper' } as const;
const newColour = { jade: 'ring-new', paper: 'jade-text' } as const;

/** WeChat draws no inline SVG: there the same rings are a picture, in the theme's colours of the moment. */
function pictureOf({ old, newest }: Drawing, palette: Palette, on: 'jade' | 'paper', kind: string): string {
  const grow =
    kind === 'grow' ? '<animate attributeName="stroke-dashoffset" from="100" to="0" dur="0.9s" fill="freeze"/>' : '';
  const dash =
    kind === 'grow'
      ? 'stroke-dasharray="100"'
      : kind === 'open'
        ? 'stroke-dasharray="78 22" stroke-dashoffset="-6"'
        : '';
  const fresh = kind === 'soft' ? palette['jade-line'] : palette[newColour[on]];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" fill="none">` +
    `<path d="${old}" stroke="${palette[oldColour[on]]}" stroke-width="1.2"/>` +
    `<path d="${newest}" stroke="${fresh}" stroke-width="2" pathLength="100" stroke-linecap="round" ${dash}>${grow}</path></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** 年轮: each ring is a month, the newest in colour. Decoration, never the only carrier of a fact. */
export function TreeRings({ months, on = 'paper', pith = 5, newest = 'plain', className = '' }: Props) {
  const { palette } = useAppearance();
  const drawing = useMemo((): Drawing => {
    const paths = ringPaths(months, pith);
    return { old: paths.slice(0, -1).join(''), newest: paths[paths.length - 1] ?? '' };
  }, [months, pith]);
  const looks = `tree-rings tree-rings-${on} tree-rings-${newest} ${className}`;
  const hidden = describe({ hidden: true });
  if (process.env.TARO_ENV === 'weapp') {
    return <View className={looks} style={{ backgroundImage: pictureOf(drawing, palette, on, newest) }} {...hidden} />;
  }
  return (
    <View className={looks} {...hidden}>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        <path className="tree-rings-old" d={drawing.old} />
        <path className="tree-rings-new" d={drawing.newest} pathLength={100} />
      </svg>
    </View>
  );
}
