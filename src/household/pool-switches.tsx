import type { ReactNode } from 'react';
import { useWrite } from '../api/use-write';
import { Checkbox } from '../components/checkbox';
import { List } from '../components/list';
import { RefusalAlert } from '../components/refusal-alert';
import { SectionHeader } from '../components/section-header';
import { reloadMe } from '../session';
import type { FamilyMember } from './served-by';
import { waitingWords } from './waiting-words';

type Ask = ReturnType<typeof useWrite<'household.agreeToPool'>>['run'];

/** Whose points who may use: said so that it is true of whichever household they live in. */
const switchWords = (name: string | undefined, elsewhere: boolean) =>
  elsewhere && name ? `${name}住的那一家可以用${name}的积分兑换` : `家里人可以用${name ?? '我'}的积分兑换`;

interface Props {
  people: readonly Pick<FamilyMember, 'residentId' | 'name' | 'agreedToPool' | 'lendingWaitsFor'>[];
  /** The caller, who is spoken to. */
  own?: string | undefined;
  /** They live in another household than the caller: its people are not the caller's family. */
  elsewhere?: boolean;
  /** What else is switched among them. */
  more?: (set: (input: Parameters<Ask>[0]) => void) => ReactNode;
}

/** Whose points the household may redeem with: each by the word of the person, or of whoever acts for them. */
export function PoolSwitches({ people, own, elsewhere = false, more }: Props) {
  const { run, busy, refusal } = useWrite('household.agreeToPool');
  const set = async (input: Parameters<typeof run>[0]) => {
    if (!busy && (await run(input))) await reloadMe();
  };
  return (
    <>
      <SectionHeader title="合用积分" />
      <RefusalAlert refusal={refusal} />
      <List label="合用积分">
        {people.map(({ residentId, name, agreedToPool, lendingWaitsFor }) => (
          <Checkbox
            key={residentId}
            role="switch"
            words={switchWords(residentId === own ? undefined : name, elsewhere)}
            note={
              waitingWords(lendingWaitsFor, residentId === own ? '你' : name) ??
              '随时可以改。每次用了，存折里都看得到。'
            }
            checked={agreedToPool}
            onChange={(agreed) => void set({ residentId, agreed })}
          />
        ))}
        {more?.((input) => void set(input))}
      </List>
    </>
  );
}
