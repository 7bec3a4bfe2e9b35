import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { clock } from '../clock';
import { createGlance } from './glance';
import { NotOpened } from './not-opened';
import { loadDecoder, readFrame } from './read-picture';
import './scanner.scss';

const EVERY_MS = 250;

const isForbidden = (reason: unknown) => reason instanceof DOMException && reason.name === 'NotAllowedError';

interface Props {
  onFound: (text: string) => void;
  /** What was found is being asked about: the next code waits. */
  busy?: boolean;
  /** What to do on a device without a camera. */
  otherwise?: string;
}

/** The web's camera: looks for a code four times a second, and on after it has found one. Gone with the page, and so is the light. */
export function Camera({
  onFound,
  busy = false,
  otherwise = '可以选一张拍好的照片，或者输入屏幕上的六位数字。',
}: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'looking' | 'none' | 'forbidden'>('starting');
  const [tries, setTries] = useState(0);
  const now = useRef({ onFound, busy });
  now.current = { onFound, busy };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again for each try
  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const glance = createGlance();
    const look = async () => {
      const seen = video.current && (await readFrame(video.current).catch(() => null));
      if (stopped) return;
      timer = setTimeout(() => void look(), EVERY_MS);
      const text = glance(seen, clock(), now.current.busy);
      if (text) now.current.onFound(text);
    };
    const start = async () => {
      await loadDecoder(); // without it the light would be on and nothing ever found
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (stopped || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setState('looking');
      await look();
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch((reason) => !stopped && setState(isForbidden(reason) ? 'forbidden' : 'none'));
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [tries]);

  const again = () => {
    setState('starting');
    setTries(tries + 1);
  };
  if (state === 'none' || state === 'forbidden')
    return <NotOpened otherwise={otherwise} onRetry={again} isForbidden={state === 'forbidden'} />;
  return (
    <View className="scan-camera">
      <video ref={video} playsInline muted aria-label="摄像头画面，请把码放在中间" />
      <View className="scan-frame" />
    </View>
  );
}
