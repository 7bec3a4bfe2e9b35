import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import './index.scss';

/** One line of words that are on their way; `width` as a share of the place, `tall` for a number or a picture. */
function Bone({ width = '100%', tall = false }: { width?: string; tall?: boolean }) {
  return <View className={`bone${tall ? ' bone-tall' : ''}`} style={{ width }} />;
}

const widths = ['62%', '48%', '70%', '55%', '40%', '66%'];

interface Props {
  rows?: number;
  /** `rows` of a list, or `hero` with a big number above them. */
  kind?: 'rows' | 'hero';
}

/** Stands where a list will be, in its shape; breathes, unless the person wants things still. */
export function Skeleton({ rows = 3, kind = 'rows' }: Props) {
  return (
    <View {...describe({ role: 'status', label: '正在打开，请稍等' })}>
      {kind === 'hero' && (
        <View className="skeleton-hero">
          <Bone width="44%" />
          <Bone width="36%" tall />
          <Bone width="60%" />
        </View>
      )}
      <View className="skeleton-rows">
        {Array.from({ length: rows }, (_, i) => widths[i % widths.length]).map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
          <View className="skeleton-row" key={i}>
            <View className="bone skeleton-tile" />
            <View className="grow">
              <Bone width={width as string} />
              <Bone width="84%" />
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
