import type { DataOf } from '../api';

type Application = NonNullable<DataOf<'household.me'>['application']>;

/** Why an application was turned down, and what to do next. */
const TURNED_DOWN: Readonly<Record<NonNullable<Application['refusedBecause']>, string>> = {
  notLivingHere: '网格员看了，住址不在这个社区。请换成你现在住的社区再申请；要是就住在这里，请找网格员当面说一声。',
  notMatching: '填的和实际有对不上的地方，也许只是写错一个字。请把姓名、手机号、住址再看一遍，改好了再交。',
  alreadyBound: '花名册里的这一位已经绑定过了。要是换了手机或微信，请找网格员解除原来的绑定，再来加入。',
  other: '有些情况网格员想当面和你说。请到社区问一声，带上积分卡更快。',
};

/** What the applicant is told; undefined unless the newest application was turned down. */
export function turnedDownWords(application: Application | null | undefined): string | undefined {
  return application?.state === 'refused' ? TURNED_DOWN[application.refusedBecause ?? 'other'] : undefined;
}
