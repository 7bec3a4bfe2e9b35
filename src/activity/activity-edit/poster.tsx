import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { QrCode } from '../../components/qr-code';
import { dayWords, hoursWords, weekdayOf } from '../../words/dates';
import type { Activity } from '../use-week';

const QR_SIDE_PX = 220;

/** For the wall, black on white: it tells of the activity. Points need the code on the organiser's screen. */
export function Poster({ activity }: { activity: Activity }) {
  const date = businessDate(activity.startsAtMs);
  return (
    <View className="poster">
      <View className="poster-head">{`${activity.societyName ?? activity.unitName} · 邀请你来`}</View>
      <View className="poster-title">{activity.title}</View>
      <View className="poster-when">
        {`${dayWords(date)} ${weekdayOf(date)} ${hoursWords(activity.startsAtMs, activity.endsAtMs)}`}
      </View>
      <View className="poster-when">{activity.place}</View>
      {activity.bring && <View className="poster-small">{`请带：${activity.bring}`}</View>}
      <View className="poster-middle">
        <QrCode text={activity.posterQr} size={QR_SIDE_PX} label={`${activity.title}的海报码`} />
        <View className="poster-small">
          <View>{activity.signUp === 'open' ? '扫一扫，看详情、报名' : '扫一扫，看详情'}</View>
          <View>{`到现场扫会变的码，记 ${activity.points} 分`}</View>
          <View>没带手机也行，请工作人员记</View>
        </View>
      </View>
    </View>
  );
}
