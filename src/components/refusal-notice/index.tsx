import type { Refused } from '../../api';
import { sentenceFor } from '../../words/refusals';
import { Notice } from '../notice';

interface Props {
  refusal: Refused | undefined;
  /** Offered where trying the same again may help: the request id is the same, nothing is done twice. */
  onRetry?: () => void;
}

/** What was refused, why, and what to do next. Nothing when nothing was refused. */
export function RefusalNotice({ refusal, onRetry }: Props) {
  if (!refusal) return null;
  const { what, next } = sentenceFor(refusal.code, refusal.detail);
  const mayRetry = refusal.code === 'UNREACHABLE' || refusal.code === 'FAULT';
  return (
    <Notice
      kind="refused"
      title={what}
      trace={refusal.code === 'FAULT' ? refusal.traceId : undefined}
      {...(mayRetry && onRetry && { action: { word: '再试一次', onTap: onRetry, icon: 'again' as const } })}
    >
      {next}
    </Notice>
  );
}
