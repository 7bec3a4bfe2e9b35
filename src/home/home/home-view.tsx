import { View } from '@tarojs/components';
import type { Refused } from '../../api';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { type Stale, StaleNote } from '../../components/stale-note';
import { useAppearance } from '../../theme/appearance';
import type { HomeContent, Work } from './content';
import { EverydayHome } from './everyday';
import { type Application, NewcomerHome } from './newcomer';
import { NewsCard } from './news-card';
import { SeniorHome } from './senior';
import { WorkCard } from './work-card';

export type HomeState =
  | { kind: 'loading' }
  | { kind: 'failed'; refusal: Refused; retry: () => void }
  | { kind: 'newcomer'; greeting: string; application: Application; work?: Work }
  | { kind: 'ready'; content: HomeContent; stale?: Stale };

/** Asked once on a device, in place and without a pop-up; either answer is remembered. */
function OfferLargeType() {
  const { systemLarge, setLarge } = useAppearance();
  return (
    <Card className="stack">
      <View>
        <Heading level={2}>字要大一点吗？</Heading>
        <View className="t-sub">{systemLarge ? '看到你的手机用的是大字。' : ''}关怀模式字大、按钮大，只有三件事。</View>
      </View>
      <View className="row">
        <Button small onTap={() => setLarge(true)}>
          用大字
        </Button>
        <Button small kind="quiet" onTap={() => setLarge(false)}>
          不用了
        </Button>
      </View>
    </Card>
  );
}

function Inside({ state }: { state: HomeState }) {
  const { large } = useAppearance();
  if (state.kind === 'loading') return <Skeleton kind="hero" rows={2} />;
  if (state.kind === 'failed') return <ErrorState title="首页没能打开" onRetry={state.retry} refusal={state.refusal} />;
  if (state.kind === 'newcomer') return <NewcomerHome application={state.application} work={state.work} />;
  return large ? <SeniorHome content={state.content} /> : <EverydayHome content={state.content} />;
}

interface Props {
  state: HomeState;
  /** Somebody else has signed in on this device. */
  other?: boolean;
  /** Led here from an address where no page is. */
  lost?: boolean;
}

/** What is said above everything else of a page. */
function Said({ title, words }: { title: string; words: string }) {
  return (
    <View className="home-above">
      <Alert kind="info" title={title}>
        {words}
      </Alert>
    </View>
  );
}

/** Of somebody known: work that waits, what they are told, the question of the letters. */
function Before({ content }: { content: HomeContent }) {
  const { offerLarge } = useAppearance();
  return (
    <>
      {content.work && <WorkCard {...content.work} />}
      {content.unseen > 0 && <NewsCard unseen={content.unseen} />}
      {offerLarge && (
        <View className="home-above">
          <OfferLargeType />
        </View>
      )}
    </>
  );
}

/** The first page; what it shows comes from `state`, so that it can be looked at without a server. */
export function HomeView({ state, other = false, lost = false }: Props) {
  const { large } = useAppearance();
  const ready = state.kind === 'ready' ? state.content : undefined;
  const title = state.kind === 'newcomer' ? state.greeting : ready?.greeting;
  return (
    <Screen
      title={title ?? '行为银行'}
      lead={ready?.today}
      tab="home"
      tabsHidden={large}
      className={ready && !large ? 'home-wide' : ''}
    >
      {other && <Said title="这台设备上换了人" words="刚才那一步没有办。请看清楚现在是谁，再接着做。" />}
      {lost && <Said title="没有你要找的那一页" words="地址可能少了几个字，或者那一页已经不在了。带你回到了首页。" />}
      {state.kind === 'ready' && state.stale && <StaleNote {...state.stale} />}
      {ready && <Before content={ready} />}
      <Inside state={state} />
    </Screen>
  );
}
