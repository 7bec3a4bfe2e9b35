import { View } from '@tarojs/components';
import './index.scss';

/** Where a Chinese sentence may well be broken: after its punctuation. */
const CLAUSE = /[^，。；：！？、]+[，。；：！？、]*”?/g;

/** Breaks lines between clauses rather than inside a word, which 被子 and 干净 are to the eye. */
export function Clauses({ children }: { children: string }) {
  const clauses = children.match(CLAUSE) ?? [children];
  return (
    <>
      {clauses.map((clause, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity but their place
        <View className="clause" key={i}>
          {clause}
        </View>
      ))}
    </>
  );
}
