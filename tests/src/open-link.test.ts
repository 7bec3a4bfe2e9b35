/** @jest-environment jsdom */
import { pagePathOf } from '../../src/app-open-link';
import { textOf } from '../../src/ways';

jest.mock('@tarojs/taro', () => ({}));

const at = (pathname: string) => pagePathOf({ pathname, href: `https://bank.test${pathname}` });

it('an address that was cut off in the middle of a sign leads home, which says so', () => {
  for (const path of ['/pages/%', '/a/%E6%B4', '/%']) expect(at(path)).toBe('/pages/home/index?lost=1');
});

it('a link of a code opens the scan page, and every other address is the router’s', () => {
  expect(at('/a/AQIDBAUGBwgJCgsMDQ4PEBESExQVF')).toBe(
    `/pages/scan/index?q=${encodeURIComponent('https://bank.test/a/AQIDBAUGBwgJCgsMDQ4PEBESExQVF')}`,
  );
  expect(at('/pages/home/index')).toBeUndefined();
});

it('what an address carries is read as it was written, also when it is no text', () => {
  expect(textOf('%E6%B4%81')).toBe('洁');
  expect(textOf('%')).toBe('%');
});
