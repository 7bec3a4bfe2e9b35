import type { output } from 'zod';
import { type Ceilings, type Grade, type HolderKind, hasCap, isWithinRange, valuesOf } from '../../values/awards';
import type { LintFinding } from '../contract';
import type { Caps } from './item';
import { isNearDuplicate } from './near-duplicate';

export type Finding = output<typeof LintFinding>;

/**
 * How many items a community may have in force. The article names as the first complaint of those who run such schemes
 * that "实施方案过细，有些繁琐": the two published sheets in the demo have 9 and 17 items; 60 leaves room for four such
 * sheets and is still a list that staff can find their way in.
 */
export const ITEMS_IN_FORCE_MAX = 60;

/** A draft with what the database knows of its basis. */
export interface Candidate {
  readonly itemId: string;
  readonly name: string;
  readonly category: string;
  readonly evidence: string;
  readonly condition: string;
  readonly points: number;
  readonly grades: readonly Grade[];
  readonly caps: Caps;
  readonly ceilings: Ceilings;
  readonly holderKind: HolderKind;
  readonly legalDuty: { readonly isDuty: boolean; readonly reason: string } | null;
  /** In force, of the community or above it. */
  readonly hasDocument: boolean;
  /** Null when it names none, or one that has ended or is of somewhere else. */
  readonly guideline: { readonly name: string; readonly pointsMin: number; readonly pointsMax: number } | null;
  readonly hasOwnProgramme: boolean;
}

/** The community's other items, whose names an item may not repeat. */
export interface Neighbour {
  readonly itemId: string;
  readonly name: string;
  readonly isPublished: boolean;
}

/** Everything that stands against publishing, all at once, so that it can be mended in one go. */
export function lint(candidate: Candidate, neighbours: readonly Neighbour[]): Finding[] {
  const others = neighbours.filter((other) => other.itemId !== candidate.itemId);
  return [
    ...lintItself(candidate),
    ...lintCeilings(candidate),
    ...lintRange(candidate),
    ...lintDuplicate(candidate, others),
    ...lintNumber(others.filter((other) => other.isPublished).length),
  ];
}

const DEDUCTS = /扣\s*\d|[扣减]\s*分|减去|倒扣|扣除|扣减|清零|归零|罚分|负分|-\s*\d+\s*分/;
const VAGUE = /^(其他|其它|另外|综合|表现|好人好事|加分)(事项|情况|项目|好|良好|突出)?$/;
const NAME_LENGTH_MIN = 3;

function lintItself({
  name,
  category,
  evidence,
  condition,
  points,
  caps,
  ceilings,
  legalDuty,
  hasDocument,
  ...whose
}: Candidate): Finding[] {
  const words = [name, category, evidence, condition].map((text) => text.normalize('NFKC'));
  const deducting = words.find((text) => DEDUCTS.test(text));
  const findings: (Finding | false)[] = [
    points < 1 && { rule: 'valueAtLeastOne', detail: { points } },
    (VAGUE.test(name) || [...name].length < NAME_LENGTH_MIN) && { rule: 'nameTooVague', detail: { name } },
    deducting !== undefined && { rule: 'twinDeducts', detail: { text: deducting } },
    !hasDocument && { rule: 'basisNeeded', detail: {} },
    legalDuty === null && { rule: 'legalDutyAnswer', detail: {} },
    legalDuty?.isDuty === true && { rule: 'legalDuty', detail: { reason: legalDuty.reason } },
    !hasCap(caps, whose.holderKind, ceilings) && { rule: 'capsNeeded', detail: {} },
  ];
  return findings.filter((finding) => finding !== false);
}

/** A value above a ceiling could never be given. */
function lintCeilings({ ceilings, ...worth }: Candidate): Finding[] {
  const points = Math.max(...valuesOf(worth));
  const ceiling = Math.min(...Object.values(ceilings).flatMap((most) => most ?? []));
  return points > ceiling ? [{ rule: 'ceilingBelowValue', detail: { points, ceiling } }] : [];
}

/** A community decides within the city's or district's range, or under a brand programme of its own. */
function lintRange({ guideline, hasOwnProgramme, ...worth }: Candidate): Finding[] {
  if (!guideline) return hasOwnProgramme ? [] : [{ rule: 'notWithinGuideline', detail: {} }];
  const { name, pointsMin, pointsMax } = guideline;
  const points = valuesOf(worth).find((value) => !isWithinRange(value, guideline));
  if (points === undefined) return [];
  return [{ rule: 'outsideRange', detail: { guideline: name, points, pointsMin, pointsMax } }];
}

/** Drafts may resemble each other as long as they are drafts; a name itself stands only once. */
function lintDuplicate({ name }: Candidate, others: readonly Neighbour[]): Finding[] {
  const twin = others.find((other) => (other.isPublished ? isNearDuplicate(name, other.name) : name === other.name));
  return twin ? [{ rule: 'nearDuplicate', detail: { itemId: twin.itemId, name: twin.name } }] : [];
}

function lintNumber(othersInForce: number): Finding[] {
  if (othersInForce < ITEMS_IN_FORCE_MAX) return [];
  return [{ rule: 'tooManyItems', detail: { inForce: othersInForce, max: ITEMS_IN_FORCE_MAX } }];
}
