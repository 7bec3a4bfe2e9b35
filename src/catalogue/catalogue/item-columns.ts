import type { Column } from '../../components/data-table';
import { limitsWords, worthShort, worthWords } from '../../words/worth';
import { HOLDERS, type Item } from './item-words';

export const NAME: Column<Item> = { key: 'name', title: '做了什么事', cell: ({ name }) => name, sortKey: 'name' };
export const CATEGORY: Column<Item> = {
  ...{ key: 'category', title: '类别', cell: ({ category }) => category, sortKey: 'category', width: 130 },
};
export const POINTS: Column<Item> = { key: 'points', title: '分值', cell: worthShort, sortKey: 'points', width: 110 };
export const CAPS: Column<Item> = { key: 'caps', title: '上限', cell: (item) => limitsWords(item) || '还没定' };

/** As it is saved and printed: whole, so that it can be posted. */
export const PAPER: readonly Column<Item>[] = [
  CATEGORY,
  NAME,
  { key: 'worth', title: '分值', cell: worthWords },
  { key: 'condition', title: '条件', cell: ({ condition }) => condition },
  CAPS,
  {
    key: 'holder',
    title: '记给谁',
    cell: ({ holderKind }) => HOLDERS.find(({ key }) => key === holderKind)?.word ?? '',
  },
  { key: 'evidence', title: '要什么证明', cell: ({ evidence }) => evidence },
  { key: 'basis', title: '依据', cell: ({ policyDocumentNumber }) => policyDocumentNumber ?? '' },
];
