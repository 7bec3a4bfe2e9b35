import './app-older';
import './app-cloud';
import './app-focus';
import './app-keeper';
import './app-open-link';
import './app-shown';
import type { PropsWithChildren } from 'react';
import { AppLost } from './app-lost';
import { AppNetwork } from './app-network';
import { Leaving } from './components/leaving';
import { OpeningBar } from './components/opening-bar';
import { AppViewer } from './session/app-viewer';
import { AppearanceProvider } from './theme/appearance';
import './app.scss';

if (process.env.TARO_ENV === 'h5') require('./app-web.scss');

export default function App({ children }: PropsWithChildren) {
  return (
    <AppearanceProvider>
      <AppNetwork />
      <AppViewer />
      <AppLost />
      {process.env.TARO_ENV === 'h5' && <OpeningBar />}
      {process.env.TARO_ENV === 'h5' && <Leaving />}
      {children}
    </AppearanceProvider>
  );
}
