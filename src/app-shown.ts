import Taro from '@tarojs/taro';

/** The router hides the page below by a timer, which now and then runs after somebody has gone back to it. */
const LOOK_AFTER_MS = [50, 400];

function unhide(): void {
  const page = Taro.getCurrentPages().pop();
  if (page?.path) document.getElementById(page.path)?.classList.remove('taro_page_shade');
}

if (process.env.TARO_ENV === 'h5')
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    for (const ms of LOOK_AFTER_MS) setTimeout(unhide, ms);
  });
