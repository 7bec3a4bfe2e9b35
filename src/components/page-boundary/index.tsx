import { Component, type ComponentType, type PropsWithChildren } from 'react';
import { forgetAnswers } from '../../api/remembered';
import { startAt } from '../../ways';
import { ErrorState } from '../page-state';
import { Screen } from '../screen';

const WORDS = '是我们这边没做好，不是你点错了。你的积分都好好的。再打开一次试试，还不行就先回首页。';

function Broken({ onRetry }: { onRetry: () => void }) {
  return (
    <Screen title="行为银行">
      <ErrorState
        title="这一页出了点问题"
        words={WORDS}
        isOurs
        onRetry={onRetry}
        help={{ word: '回首页', onTap: () => startAt('pages/home') }}
      />
    </Screen>
  );
}

/** Stands around a page: one that throws is told in a sentence, where Taro would leave it white. React logs it, once. */
class PageBoundary extends Component<PropsWithChildren, { broken: boolean }> {
  override state = { broken: false };
  /** The page has a face of its own: what index.html shows until then is taken away (index.html has nothing else of it). */
  override componentDidMount() {
    if (process.env.TARO_ENV === 'h5') document.getElementById('opening')?.remove();
  }
  static getDerivedStateFromError() {
    return { broken: true };
  }
  /** What made it throw may be an answer, which would be shown again. */
  override componentDidCatch() {
    forgetAnswers();
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

/** Every page that Taro opens is passed through this (held by tests/src/entries.test.ts). */
export const whole = (Page: ComponentType) => () => (
  <PageBoundary>
    <Page />
  </PageBoundary>
);
