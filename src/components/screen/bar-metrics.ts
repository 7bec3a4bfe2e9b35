import Taro from '@tarojs/taro';

export interface BarMetrics {
  /** Height of the phone's status bar above the title bar, px. */
  statusPx: number;
  /** Height of the title bar, px: WeChat's capsule stands in its middle. */
  barPx: number;
  /** What WeChat's capsule takes from the right edge, px. */
  capsulePx: number;
}

const web: BarMetrics = { statusPx: 0, barPx: 48, capsulePx: 0 };
let measured: BarMetrics | undefined;

function measure(): BarMetrics {
  const { statusBarHeight = 44, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return {
    statusPx: statusBarHeight,
    barPx: capsule.height + 2 * (capsule.top - statusBarHeight),
    capsulePx: windowWidth - capsule.left,
  };
}

/** The title bar is ours on both faces; on WeChat it must keep clear of the host's capsule. */
export function readBarMetrics(): BarMetrics {
  if (process.env.TARO_ENV === 'h5') return web;
  measured ??= measure();
  return measured;
}
