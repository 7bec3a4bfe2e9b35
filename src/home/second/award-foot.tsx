import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { type Award, isAsked } from './second-words';
import type { Deciding } from './use-deciding';

const SENDS = {
  question: { word: '退回去问', missing: '先写问什么' },
  answer: { word: '回他', missing: '先写怎么回' },
  refusal: { word: '不签，告诉他', missing: '先选为什么不签；别的原因要写一句' },
} as const;

/** Words were begun: they are sent, or left. */
function Sending({ deciding }: { deciding: Deciding }) {
  const { writing, stop, busy, isSaid, ask, answer, refuse } = deciding;
  if (!writing) return null;
  const { word, missing } = SENDS[writing];
  const send = { question: ask, answer, refusal: refuse }[writing];
  return (
    <ActionBar>
      <Button onTap={stop}>不写了</Button>
      <Button kind="primary" busy={busy} blocked={isSaid ? undefined : missing} onTap={() => void send()}>
        {word}
      </Button>
    </ActionBar>
  );
}

/** At the thumb: what can be done with the award that is looked at. */
export function AwardFoot({ award, deciding }: { award: Award; deciding: Deciding }) {
  const { write, busy, sign, takeBack } = deciding;
  if (deciding.writing) return <Sending deciding={deciding} />;
  if (award.isOwn)
    return (
      <ActionBar>
        <Button busy={busy} onTap={() => void takeBack()}>
          收回
        </Button>
        {isAsked(award) && (
          <Button kind="primary" onTap={() => write('answer')}>
            回他的话
          </Button>
        )}
      </ActionBar>
    );
  if (award.isFamily) return null;
  if (isAsked(award))
    return (
      <ActionBar>
        <Button onTap={() => write('refusal')}>不签</Button>
      </ActionBar>
    );
  return (
    <ActionBar>
      <Button onTap={() => write('question')}>退回问一问</Button>
      <Button kind="primary" busy={busy} onTap={() => void sign()}>
        我同意，签字
      </Button>
    </ActionBar>
  );
}
