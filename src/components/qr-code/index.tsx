import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { lengthOf } from '../../theme/length';
import { paper } from '../../theme/tokens';
import { describe } from '../tappable/semantics';
import { drawQr, type QrDrawing } from './modules';
import './index.scss';

interface Props {
  text: string;
  /** Side in px, the quiet zone included. */
  size?: number;
  label?: string;
}

function pictureOf({ side, path }: QrDrawing): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="${paper['paper-white']}"/><path d="${path}" fill="${paper['paper-ink']}"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** Dark on white in every theme: scanners do not read a code the other way round. */
export function QrCode({ text, size = 232, label = '二维码' }: Props) {
  const drawing = useMemo(() => drawQr(text), [text]);
  const box = { width: lengthOf(size), height: lengthOf(size) };
  const heard = describe({ role: 'img', label });
  if (process.env.TARO_ENV === 'weapp') {
    return <View className="qr-code" style={{ ...box, backgroundImage: pictureOf(drawing) }} {...heard} />;
  }
  return (
    <View className="qr-code" style={box} {...heard}>
      <svg viewBox={`0 0 ${drawing.side} ${drawing.side}`} shapeRendering="crispEdges" aria-hidden="true">
        <path d={drawing.path} />
      </svg>
    </View>
  );
}
