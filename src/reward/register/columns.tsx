import type { Column } from '../../components/data-table';
import { Tag } from '../../components/tag';
import { titleWords } from '../voucher-words';
import { type Line, lastOf, STATE_WORDS, whenWords } from './words';

export const StateTag = ({ state }: Pick<Line, 'state'>) => (
  <Tag kind={state === 'issued' ? 'wait' : state === 'redeemed' ? 'ok' : 'plain'}>{STATE_WORDS[state]}</Tag>
);

const titleOf = ({ title, choice }: Line) => titleWords({ title, choice });

export const COLUMNS: readonly Column<Line>[] = [
  { key: 'when', title: '时间', cell: (line) => whenWords(lastOf(line).atMs), sortKey: 'time' },
  { key: 'name', title: '姓名', cell: ({ holderName }) => holderName },
  { key: 'address', title: '住址', cell: ({ address }) => address, shown: 'wide' },
  { key: 'what', title: '奖励', cell: titleOf, sortKey: 'reward' },
  { key: 'quantity', title: '数量', cell: ({ quantity }) => quantity, align: 'right' },
  { key: 'points', title: '积分', cell: ({ points }) => points, sortKey: 'points', align: 'right' },
  { key: 'state', title: '用没用', cell: (line) => <StateTag {...line} />, text: ({ state }) => STATE_WORDS[state] },
  { key: 'by', title: '经办', cell: (line) => lastOf(line).byName ?? '' },
  { key: 'where', title: '在哪里', cell: ({ providerName }) => providerName ?? '', shown: 'wide' },
  { key: 'code', title: '券号', cell: ({ code }) => code ?? '', shown: 'wide' },
  { key: 'issued', title: '换券时间', cell: ({ history }) => whenWords(history[0]?.atMs ?? 0), shown: 'paper' },
  { key: 'issuedBy', title: '谁换的', cell: ({ history }) => history[0]?.byName ?? '', shown: 'paper' },
  { key: 'left', title: '余额', cell: ({ availableAfter }) => availableAfter ?? '', shown: 'paper' },
];
