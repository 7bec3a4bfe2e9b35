/** The router reads addresses by this; engines of before 2020 do not have it, and nothing else stands in for what they lack. */
function replaceAll(this: string, what: string | RegExp, by: string): string {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by);
}

if (process.env.TARO_ENV === 'h5' && !('replaceAll' in String.prototype))
  Object.defineProperty(String.prototype, 'replaceAll', { value: replaceAll, configurable: true, writable: true });
