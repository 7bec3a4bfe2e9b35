import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { noteAppFacts } from './app-facts';

/** Keeps `online` true to the device; screens show the offline strip by it. */
export function AppNetwork() {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return watchBrowser();
    const tell = ({ isConnected }: { isConnected: boolean }) => noteAppFacts({ online: isConnected });
    Taro.onNetworkStatusChange(tell);
    return () => Taro.offNetworkStatusChange(tell);
  }, []);
  return null;
}

function watchBrowser(): () => void {
  const tell = () => noteAppFacts({ online: navigator.onLine });
  tell();
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
