import { View } from '@tarojs/components';
import './index.scss';

interface Props {
  /** 7, or 9:00. */
  numeral: string;
  /** 今天, 周六, 10:30. */
  word: string;
  /** The word over the numeral (activities) or under it (passbook). */
  first?: 'word' | 'numeral';
}

export function DateBlock({ numeral, word, first = 'word' }: Props) {
  const small = <View className="date-block-word">{word}</View>;
  return (
    <View className="date-block">
      {first === 'word' && small}
      <View className="date-block-numeral">{numeral}</View>
      {first === 'numeral' && small}
    </View>
  );
}
