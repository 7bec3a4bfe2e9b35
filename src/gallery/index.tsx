import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { noteAppFacts } from '../app-facts';
import { Pieces } from './pieces';
import { residentParts } from './resident';
import { staffParts } from './staff';
import './index.scss';

const parts = { pieces: Pieces, ...residentParts, ...staffParts };

/** Every piece with made-up content, to look at and to measure: `?part=home&offline=1`. */
export default function GalleryPage() {
  const { part = 'pieces', offline } = useRouter().params;
  const Part = parts[part as keyof typeof parts] ?? Pieces;
  useEffect(() => {
    noteAppFacts({
      demo: true,
      online: !offline,
      queued: offline ? 3 : 0,
      viewer: { name: '王敏', place: '第二网格' },
      waiting: { applications: 3, activity: 2 },
    });
  }, [offline]);
  return <Part />;
}
