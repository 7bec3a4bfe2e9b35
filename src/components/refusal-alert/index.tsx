import type { Refused } from '../../api';
import { sentenceFor } from '../../words/refusals';
import { Alert } from '../alert';
import { stepFor } from './way-on';

interface Props {
  refusal: Refused | undefined;
  /** Offered where the same again may help: the request id is the same, nothing is done twice. */
  onRetry?: () => void;
}

/** What was refused, why, and what to do next. Nothing when nothing was refused. */
export function RefusalAlert({ refusal, onRetry }: Props) {
  if (!refusal) return null;
  const { what, next } = sentenceFor(refusal.code, refusal.detail);
  const action = stepFor(refusal, onRetry);
  return (
    <Alert
      kind="refused"
      title={what}
      trace={refusal.code === 'FAULT' ? refusal.traceId : undefined}
      {...(action && { action })}
    >
      {next}
    </Alert>
  );
}
