import { View } from '@tarojs/components';
import { CAP_TIMES_MAX, POINTS_MAX, SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { Answer } from '../../components/answer';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import { List } from '../../components/list';
import { PickOne } from '../../components/pick-one';
import { SectionHeader } from '../../components/section-header';
import { CAPS, CEILINGS } from '../../words/worth';
import { type Basis, capProblem, ceilingProblem } from './basis';
import type { Sources, SourcesReading } from './use-catalogue';
import './page.scss';
import { PickDocument } from '../pick-document';

interface Props {
  basis: Basis;
  sources: SourcesReading;
  onChange: (basis: Basis) => void;
}
type KnownProps = Omit<Props, 'sources'> & { sources: Sources };

function Within({ basis, sources, onChange }: KnownProps) {
  return (
    <View className="stack">
      <SectionHeader title="归到哪里" note="指导标准或特色品牌，选一个" />
      <PickOne
        label="指导标准"
        none="上级还没有指导标准。"
        options={sources.guidelines.map(({ guidelineItemId, name, pointsMin, pointsMax, category }) => ({
          id: guidelineItemId,
          words: name,
          note: `${category} · ${pointsMin} 到 ${pointsMax} 分`,
        }))}
        chosen={basis.guidelineItemId}
        onChoose={(guidelineItemId) =>
          onChange({ ...basis, guidelineItemId, ...(guidelineItemId && { programmeId: undefined }) })
        }
      />
      <PickOne
        label="特色品牌"
        none="社区还没有特色品牌。管理员在“依据”里开。"
        options={sources.programmes.map(({ programmeId, name, aim }) => ({ id: programmeId, words: name, note: aim }))}
        chosen={basis.programmeId}
        onChoose={(programmeId) =>
          onChange({ ...basis, programmeId, ...(programmeId && { guidelineItemId: undefined }) })
        }
      />
    </View>
  );
}

function Limits({ basis, onChange }: Omit<Props, 'sources'>) {
  return (
    <View className="stack">
      <SectionHeader title="上限" note="按次数或按分数，至少填一个" />
      <View className="catalogue-caps">
        {CAPS.map(({ key, word }) => (
          <Field
            key={key}
            label={`${word}（次）`}
            kind="number"
            maxLength={String(CAP_TIMES_MAX).length}
            value={basis.caps[key]}
            error={capProblem(basis.caps[key])}
            onInput={(typed) => onChange({ ...basis, caps: { ...basis.caps, [key]: typed } })}
          />
        ))}
      </View>
      <View className="t-sub">按分数：超过的那一回不记，并说明还剩几分；按时间算的，记到上限为止。</View>
      <View className="catalogue-caps">
        {CEILINGS.map(({ key, word }) => (
          <Field
            key={key}
            label={`${word}最多（分）`}
            kind="number"
            maxLength={digitsIn(POINTS_MAX)}
            value={basis.ceilings[key]}
            error={ceilingProblem(basis.ceilings[key])}
            onInput={(typed) => onChange({ ...basis, ceilings: { ...basis.ceilings, [key]: typed.trim() } })}
          />
        ))}
      </View>
    </View>
  );
}

function Duty({ basis, onChange }: Omit<Props, 'sources'>) {
  return (
    <View className="stack">
      <SectionHeader title="是法律本来就要求做的吗" note="是的话不能奖分" />
      <List label="是法律本来就要求做的吗">
        <Checkbox
          role="radio"
          words="不是，是多做的好事"
          checked={basis.isDuty === false}
          onChange={() => onChange({ ...basis, isDuty: false })}
        />
        <Checkbox
          role="radio"
          words="是，本来就该做"
          checked={basis.isDuty === true}
          onChange={() => onChange({ ...basis, isDuty: true })}
        />
      </List>
      <Field
        label="为什么这样说"
        kind="lines"
        example="例如：自愿参加，没有法律要求"
        hint="居民看得到这一句"
        maxLength={SENTENCE_MAX}
        value={basis.reason}
        onInput={(reason) => onChange({ ...basis, reason })}
      />
    </View>
  );
}

function Documents({ basis, sources, onChange }: KnownProps) {
  return (
    <>
      <SectionHeader title="文件依据" />
      <PickDocument
        documents={sources.documents}
        none="还没有登记文件。管理员在“依据”里登记，上级也能登记。"
        chosen={basis.policyDocumentId}
        onChoose={(policyDocumentId) => onChange({ ...basis, policyDocumentId })}
      />
    </>
  );
}

/** What publishing asks of an item: for one, or for many at once. */
export function BasisForm({ basis, sources, onChange }: Props) {
  return (
    <View className="stack">
      <Answer of={sources} amid rows={2}>
        {(known) => (
          <>
            <Documents basis={basis} sources={known} onChange={onChange} />
            <Within basis={basis} sources={known} onChange={onChange} />
          </>
        )}
      </Answer>
      <Limits basis={basis} onChange={onChange} />
      <Duty basis={basis} onChange={onChange} />
    </View>
  );
}
