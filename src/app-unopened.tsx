import { type ComponentType, useState } from 'react';
import type { PageModule } from './app-page';
import { ErrorState } from './components/page-state';
import { Screen } from './components/screen';
import { Skeleton } from './components/skeleton';
import { startAt } from './ways';

const WORDS = '网络断了一下，这一页没有传过来。换个信号好的地方，再试一次。';
const SCREEN = { title: '没能打开' };
const HOME = { word: '回首页', onTap: () => startAt('pages/home') };

/** In place of a page whose file did not come. */
export function unopened(load: () => Promise<PageModule>): ComponentType {
  return function Unopened() {
    const [Page, setPage] = useState<ComponentType>();
    const [busy, setBusy] = useState(false);
    const again = async () => {
      setBusy(true);
      try {
        const { default: page } = await load();
        setPage(() => page);
      } catch {
        // There is a network, and yet no such file: the app was renewed meanwhile, and its new pages name new files.
        if (navigator.onLine) location.reload();
        setBusy(false);
      }
    };
    if (Page) return <Page />;
    return (
      <Screen {...SCREEN}>
        {busy ? (
          <Skeleton />
        ) : (
          <ErrorState title="这一页没能打开" words={WORDS} onRetry={() => void again()} help={HOME} />
        )}
      </Screen>
    );
  };
}
