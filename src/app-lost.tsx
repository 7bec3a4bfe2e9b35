import { usePageNotFound } from '@tarojs/taro';
import { startAt } from './ways';

/** An address where no page is: cut short in a message, or of a page that is gone. It leads home, which says so. */
export function AppLost() {
  usePageNotFound(() => startAt('pages/home', { lost: 1 }));
  return null;
}
