/** A design length for an inline style: style sheets are converted by the build, inline styles are not. */
export function lengthOf(px: number): string {
  return process.env.TARO_ENV === 'weapp' ? `${px * 2}rpx` : `${px}px`;
}
