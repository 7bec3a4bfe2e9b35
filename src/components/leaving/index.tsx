import { View } from '@tarojs/components';
import { useAppearance } from '../../theme/appearance';
import { Button } from '../button';
import { useHeldFocus } from '../dialog/held-focus';
import { Heading } from '../heading';
import { describe } from '../tappable/semantics';
import { stay, useQuestion } from './use-begun';
import './index.scss';

/** Covers the page that one is about to leave, and asks. Stands once, in the app; on the web. */
export function Leaving() {
  const question = useQuestion();
  const { rootClass } = useAppearance();
  const id = useHeldFocus(question !== undefined, 'dialog', stay);
  if (!question) return null;
  const go = () => {
    stay();
    question.go();
  };
  return (
    <View id={id} className={`leaving ${rootClass}`} {...describe({ role: 'dialog', label: '还没做完', modal: true })}>
      <View className="leaving-words stack">
        <Heading level={2} size="t-head">
          还没做完
        </Heading>
        <View>{question.words}</View>
        <Button kind="primary" wide onTap={stay}>
          接着做
        </Button>
        <Button kind="quiet" wide onTap={go}>
          不做了，离开
        </Button>
      </View>
    </View>
  );
}
