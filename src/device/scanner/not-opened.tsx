import { Alert } from '../../components/alert';

interface Props {
  /** What to do without it. */
  otherwise: string;
  onRetry: () => void;
  /** The person, or the device's settings, do not let us. */
  isForbidden?: boolean;
}

/** The camera or WeChat's scanner did not open: what helps, and trying again. */
export function NotOpened({ otherwise, onRetry, isForbidden = false }: Props) {
  return (
    <Alert
      kind="refused"
      title={isForbidden ? '没有允许用摄像头。' : '没能打开摄像头。'}
      action={{ word: '再试一次', onTap: onRetry, icon: 'again' }}
    >
      {isForbidden ? `在手机或浏览器的设置里允许用摄像头，再试一次。${otherwise}` : otherwise}
    </Alert>
  );
}
