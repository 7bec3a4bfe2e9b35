import './app-cloud';
import './app-focus';
import './app-open-link';
import type { PropsWithChildren } from 'react';
import { AppNetwork } from './app-network';
import { AppViewer } from './session/app-viewer';
import { AppearanceProvider } from './theme/appearance';
import './app.scss';

if (process.env.TARO_ENV === 'h5') require('./app-web.scss');

export default function App({ children }: PropsWithChildren) {
  return (
    <AppearanceProvider>
      <AppNetwork />
      <AppViewer />
      {children}
    </AppearanceProvider>
  );
}
