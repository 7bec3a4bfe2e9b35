import type { Column } from '../../components/data-table';
import { Tag } from '../../components/tag';
import { dayWords } from '../../words/dates';
import { reachWords } from '../find/person-words';
import type { Person } from '../find/use-found-people';
import { relationWords } from '../relation';
import type { Registered } from './use-register';

const SEX = { female: '女', male: '男' } as const;

export function ReachTag({ person }: { person: Person }) {
  return <Tag kind={person.isBound ? 'ok' : 'plain'}>{reachWords(person)}</Tag>;
}

const newestWords = ({ newest }: Registered) => (newest ? `${dayWords(newest.deedDate)} ${newest.title}` : '还没有');

/** As a register has them; what there is no room for comes with a wider window, where it is chosen, and on paper. */
export const COLUMNS: readonly Column<Registered>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, sortKey: 'name' },
  { key: 'age', title: '年龄', cell: ({ age }) => age ?? '', sortKey: 'age', align: 'right' },
  { key: 'address', title: '住址', cell: ({ address }) => address, sortKey: 'address' },
  { key: 'unit', title: '网格', cell: ({ unitName }) => unitName, sortKey: 'unit' },
  { key: 'reach', title: '微信', cell: (person) => <ReachTag person={person} />, text: reachWords },
  { key: 'lends', title: '家里积分', cell: ({ lends }) => (lends ? '合用' : '各用各的') },
  {
    key: 'available',
    title: '可兑换',
    cell: ({ points }) => points?.available ?? '',
    sortKey: 'available',
    align: 'right',
    strong: true,
  },
  {
    key: 'lifetime',
    title: '累计',
    cell: ({ points }) => points?.lifetime ?? '',
    sortKey: 'lifetime',
    align: 'right',
    shown: 'wide',
  },
  { key: 'newest', title: '最近做的一件', cell: newestWords, sortKey: 'newest', shown: 'wide' },
  { key: 'head', title: '户主', cell: ({ headName }) => headName, shown: 'wide' },
  { key: 'phone', title: '手机尾号', cell: ({ phoneTail }) => phoneTail || '没有', shown: 'wide' },
  {
    key: 'household',
    title: '户编号',
    cell: ({ householdNumber }) => householdNumber,
    sortKey: 'household',
    shown: 'paper',
  },
  { key: 'sex', title: '性别', cell: ({ sex }) => (sex ? SEX[sex] : ''), shown: 'paper' },
  {
    key: 'relation',
    title: '和户主的关系',
    cell: ({ isHead, relation }) => (isHead ? '户主' : relationWords(relation)),
    shown: 'paper',
  },
];
