import type { ReactNode } from 'react';
import { NotYet, type UntilAnswered } from '../../components/answer';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { goTo, startAt } from '../../ways';
import { type Me, useMe } from '..';
import { type Certain, WHO, type Who } from '../who';

const JOIN = { word: '加入社区', onTap: () => goTo('pages/bind') };
const HOME = { word: '回首页', onTap: () => startAt('pages/home') };

/** What stands at a closed door, and the step that helps. */
const DOORS = {
  neighbour: { icon: 'home', title: '先加入你住的社区', action: JOIN },
  resident: { icon: 'home', title: '先加入你住的社区', action: JOIN },
  person: { icon: 'home', title: '先加入你住的社区', action: JOIN },
  keeper: { icon: 'home', title: '先加入你住的社区', action: JOIN },
  staff: { icon: 'door', title: '这里是工作人员用的', action: HOME },
  office: { icon: 'door', title: '这里是社区工作人员用的', action: HOME },
  admin: { icon: 'door', title: '这里是社区管理员用的', action: HOME },
  clerk: { icon: 'door', title: '这里是服务点用的', action: HOME },
  appointer: { icon: 'door', title: '这里是社区管理员和主管用的', action: HOME },
  supervisor: { icon: 'door', title: '这里是区、市主管用的', action: HOME },
} as const satisfies Record<Who, object>;

interface Props<Name extends Who> extends Omit<UntilAnswered, 'words' | 'instead'> {
  /** For whom the page is. */
  who: Name;
  /** At the closed door: whom to ask, or where what one came for is to be found. */
  words: string | ((me: Me) => string);
  /** Where the door is called something else. */
  title?: string;
  children: (certain: Certain<Name>) => ReactNode;
}

/** Lets in whom a page is for, and gives the page what is certain of them; says to everybody else what helps. */
export function Gate<Name extends Who>({ who, words, title, failed = '没能打开', children, ...until }: Props<Name>) {
  const { me, refusal, reload } = useMe();
  if (!me) return <NotYet refusal={refusal} reload={reload} failed={failed} {...until} />;
  const certain = WHO[who](me) as Certain<Name> | undefined;
  if (certain) return <>{children(certain)}</>;
  const said = typeof words === 'string' ? words : words(me);
  const door = <EmptyState {...DOORS[who]} words={said} {...(title && { title })} />;
  return until.screen ? <Screen {...until.screen}>{door}</Screen> : door;
}
