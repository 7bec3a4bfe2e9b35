import { useRouter } from '@tarojs/taro';
import { ActivityView } from './activity-view';
import { ChangeActivity } from './change-activity';
import { LikeActivity, NewActivity } from './new-activity';

/** A new activity, or one like another; or one that stands, with its poster to print, and to be mended. */
export default function ActivityEditPage() {
  const { id, like, mend } = useRouter().params;
  if (like) return <LikeActivity id={like} />;
  if (!id) return <NewActivity />;
  return mend ? <ChangeActivity id={id} /> : <ActivityView id={id} />;
}
