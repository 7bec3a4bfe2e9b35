import { View } from '@tarojs/components';
import { Card } from '../components/card';
import { Face } from '../components/face';
import { Heading } from '../components/heading';
import { whoWords } from '../household/find/person-words';
import type { Person } from '../household/find/use-found-people';
import './who-served.scss';

/** Who sits across the table, and what they can spend. */
export function WhoServed({ person, available }: { person: Person; available: number | undefined }) {
  return (
    <Card kind="soft" className="desk-who">
      <Face name={person.name} />
      <View className="grow">
        <Heading level={2} size="t-head">
          {person.name}
        </Heading>
        <View className="t-sub">{whoWords(person)}</View>
      </View>
      <View className="desk-points">
        <View className="t-sub">可兑换</View>
        <View className="desk-number">
          <View className="num desk-sum">{available ?? '–'}</View>
          <View>分</View>
        </View>
      </View>
    </Card>
  );
}
