import { View } from '@tarojs/components';
import type { Refused } from '../../api';
import { Button } from '../button';
import { Clauses } from '../clauses';
import { Heading } from '../heading';
import { Icon, type IconName } from '../icon';
import { mayPass, type Step, stepFor, whyNotOpened } from '../refusal-alert/way-on';
import { describe } from '../tappable/semantics';
import { TreeRings } from '../tree-rings';
import './index.scss';

interface FrameProps {
  icon: IconName;
  title: string;
  words: string;
  primary?: Step;
  second?: Step;
  trace?: string | undefined;
  broken?: boolean;
}

const sapling = [3, 4, 3, 5];

function Frame({ icon, title, words, primary, second, trace, broken = false }: FrameProps) {
  return (
    <View className="page-state" {...(broken && describe({ role: 'alert' }))}>
      <View className="page-state-art">
        <TreeRings months={sapling} pith={44} newest={broken ? 'open' : 'soft'} className="page-state-rings" />
        <Icon name={icon} size={56} className="page-state-icon" />
      </View>
      <Heading level={2} size="t-head">
        {title}
      </Heading>
      <View className="page-state-words">
        <Clauses>{words}</Clauses>
      </View>
      {primary && (
        <Button
          kind="primary"
          className="page-state-step"
          onTap={primary.onTap}
          {...(primary.icon && { icon: primary.icon })}
        >
          {primary.word}
        </Button>
      )}
      {second && (
        <Button kind="quiet" onTap={second.onTap} {...(second.icon && { icon: second.icon })}>
          {second.word}
        </Button>
      )}
      {trace && <View className="page-state-trace t-cap">要是一直打不开，把这个号告诉工作人员：{trace}</View>}
    </View>
  );
}

interface EmptyProps {
  icon: IconName;
  /** 还没有兑换券 */
  title: string;
  /** What will stand here, and how it gets here. */
  words: string;
  action?: Step;
}

/** Nothing here yet: says what will be, and what to do. */
export function EmptyState({ action, ...rest }: EmptyProps) {
  return <Frame {...rest} {...(action && { primary: action })} />;
}

/** What stands in the rings: the network's mark only where silence is all that is known. */
function markFor(refusal: Refused | undefined, isOurs: boolean): IconName {
  if (isOurs || refusal?.code === 'FAULT') return 'warning';
  return mayPass(refusal) ? 'offline' : 'info';
}

interface ErrorProps {
  /** 活动没能打开 */
  title: string;
  /** Why, and so what helps. None where only silence can have been the cause. */
  refusal?: Refused | undefined;
  /** In place of the words about the network. */
  words?: string;
  /** The page itself broke: nothing that the network did. */
  isOurs?: boolean;
  onRetry: () => void;
  /** Somebody to ring. */
  help?: Step;
  trace?: string | undefined;
}

/** Could not be opened: why, and the step that helps; trying again is offered only where it may. */
export function ErrorState({
  title,
  refusal,
  words,
  isOurs = false,
  onRetry,
  help,
  trace = refusal?.code === 'FAULT' ? refusal.traceId : undefined,
}: ErrorProps) {
  const passing = mayPass(refusal);
  const why = (passing && words) || whyNotOpened(refusal, title);
  const primary = stepFor(refusal, onRetry);
  return (
    <Frame
      broken
      icon={markFor(refusal, isOurs)}
      {...{ title, trace }}
      words={why}
      {...(primary && { primary })}
      {...(help && { second: help })}
    />
  );
}
