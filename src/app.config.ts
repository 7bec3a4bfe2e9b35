import { tabs } from './components/tab-bar/entries';

/** Found by `config/pages.ts`: a page is registered by being there. */
const { main, staff }: { main: string[]; staff: string[] } = JSON.parse(process.env.PAGES ?? '{"main":[],"staff":[]}');

export default defineAppConfig({
  pages: main,
  ...(staff.length > 0 && { subPackages: [{ root: 'staff', pages: staff }] }),
  tabBar: {
    custom: true,
    color: '#4B5750',
    selectedColor: '#0B6E4F',
    backgroundColor: '#FFFFFF',
    list: tabs.filter((tab) => main.includes(tab.path)).map((tab) => ({ pagePath: tab.path, text: tab.word })),
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '行为银行',
    navigationBarTextStyle: 'black',
    backgroundTextStyle: 'dark',
    backgroundColor: '#F6F4EE',
  },
  // A page that slides in hides the one below by a timer, which then also hides it from whoever is back before it runs.
  ...(process.env.TARO_ENV === 'h5' && { animation: { duration: 0, delay: 0 } }),
  darkmode: true,
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
});
