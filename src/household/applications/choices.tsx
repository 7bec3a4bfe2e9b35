import { View } from '@tarojs/components';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { useWork } from '../../session/use-work';
import { FoundState } from '../find/found-state';
import { SearchRow } from '../find/search-row';
import { useFinder } from '../find/use-finder';
import { GridChoice } from '../grid-choice';
import { type Application, agreesWords, type Draft, REASONS } from './decision';

interface Props {
  application: Application;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Which household: one that resembles the application, or one that is looked for. */
function WhichHousehold({ application, draft, onChange }: Props) {
  const { unitId } = useWork();
  const finder = useFinder(unitId, null);
  const homes = new Map(
    [...finder.people.filter(() => finder.searching), ...application.matches].map((one) => [one.householdId, one]),
  );
  return (
    <View className="stack">
      <SearchRow finder={finder} />
      {homes.size > 0 && (
        <List label="哪一户">
          {[...homes.values()].map(({ householdId, householdNumber, name, address }) => (
            <Checkbox
              key={householdId}
              role="radio"
              words={`${name}家`}
              note={[householdNumber, address].filter(Boolean).join(' · ')}
              checked={draft.householdId === householdId}
              onChange={() => onChange({ ...draft, householdId })}
            />
          ))}
        </List>
      )}
      {finder.searching && <FoundState finder={finder} />}
      <Field
        label="和户主的关系"
        value={draft.relation}
        onInput={(relation) => onChange({ ...draft, relation })}
        example="儿媳、租客"
        maxLength={RELATION_MAX}
      />
    </View>
  );
}

function Details(props: Props) {
  const { draft, onChange } = props;
  const { communityId } = useWork();
  if (draft.kind === 'newMember') return <WhichHousehold {...props} />;
  if (draft.kind === 'newHousehold')
    return (
      <GridChoice
        communityId={communityId}
        chosen={draft.unitId}
        onChoose={(unitId) => onChange({ ...draft, unitId })}
      />
    );
  if (draft.kind !== 'refuse') return null;
  return (
    <List label="为什么不通过">
      {REASONS.map(({ key, word }) => (
        <Checkbox
          key={key}
          role="radio"
          words={word}
          checked={draft.because === key}
          onChange={() => onChange({ ...draft, because: key })}
        />
      ))}
    </List>
  );
}

const OTHERS = [
  { kind: 'newMember', words: '花名册里没有他，加到一户人家', note: '家里新来的人、租客' },
  { kind: 'newHousehold', words: '花名册里没有，新登记一户', note: '刚搬来的一家，他是户主' },
  { kind: 'refuse', words: '不通过', note: '他会看到原因' },
] as const;

/** Who this is: somebody of the roster, somebody new, or not ours. */
export function Choices({ application, draft, onChange }: Props) {
  return (
    <View className="stack">
      <List label="他是谁">
        {application.matches.map((match) => (
          <Checkbox
            key={match.residentId}
            role="radio"
            words={`就是花名册里的${match.name}${match.age === null ? '' : `，${match.age} 岁`}`}
            note={`${agreesWords(match)} · ${match.householdNumber} ${match.address}`}
            checked={draft.kind === 'resident' && draft.residentId === match.residentId}
            onChange={() => onChange({ ...draft, kind: 'resident', residentId: match.residentId })}
          />
        ))}
        {OTHERS.map(({ kind, words, note }) => (
          <Checkbox
            key={kind}
            role="radio"
            words={words}
            note={note}
            checked={draft.kind === kind}
            onChange={() => onChange({ ...draft, kind })}
          />
        ))}
      </List>
      <Details application={application} draft={draft} onChange={onChange} />
    </View>
  );
}
