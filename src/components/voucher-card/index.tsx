import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Heading } from '../heading';
import { Icon, type IconName } from '../icon';
import { QrCode } from '../qr-code';
import { ShownCode } from '../shown-code';
import { describe } from '../tappable/semantics';
import './index.scss';

export type VoucherState = 'usable' | 'used' | 'lapsed' | 'cancelled';

interface Props {
  title: string;
  /** 李＊芳 · 1 人 1 次 */
  who: string;
  state: VoucherState;
  /** The short code as it is said and typed: KF7 3Q2. */
  code: string;
  /** What the QR code holds; without it, or when no longer usable, none is drawn. */
  qrText?: string;
  /** What goes along when it is handed on to somebody who fetches it. */
  share?: string;
}

const states: Record<VoucherState, { word: string; icon: IconName }> = {
  usable: { word: '可以用', icon: 'done' },
  used: { word: '已用过', icon: 'check' },
  lapsed: { word: '过期了', icon: 'clock' },
  cancelled: { word: '已退回', icon: 'swap' },
};

/** The slip that is shown at the counter; Facts stand below the perforation, as children. */
export function VoucherCard({ title, who, state, code, qrText, share, children }: PropsWithChildren<Props>) {
  const usable = state === 'usable';
  const { word, icon } = states[state];
  return (
    <View className={`voucher-card${usable ? '' : ' voucher-card-over'}`}>
      <View className="voucher-card-head">
        <View className="grow">
          <Heading level={2} size="t-head">
            {title}
          </Heading>
          <View className="voucher-card-who">{who}</View>
        </View>
        <View className="voucher-card-state">
          <Icon name={icon} />
          <View>{word}</View>
        </View>
      </View>
      <View className="voucher-card-code">
        {usable && qrText && <QrCode text={qrText} size={276} label={`${title}的二维码`} />}
        {usable && <ShownCode name="券码" code={code} {...(share && { share })} />}
        {usable && <View className="voucher-card-hint">扫不了，就报上面的券码</View>}
      </View>
      <View className="voucher-card-tear" {...describe({ hidden: true })} />
      <View className="voucher-card-foot">{children}</View>
    </View>
  );
}
