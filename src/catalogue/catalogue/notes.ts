import type { ToNote } from '../../components/own-sheet';
import { type Line, type Preview, RULES, whyWords } from './sheet-words';

/** What to write where a question was asked, so that the sheet says it itself the next time. */
const MEND: Readonly<Record<NonNullable<Line['why']>, string>> = {
  range: '改成一个分值，或者分等写，例如“一等奖10分，二等奖5分”。',
  upTo: '改成每次几分，最高几分写到上限里。',
  values: '写成“一等奖10分，二等奖5分”这样，每个数前面有名称。',
  noPoints: '写上几分，例如“每次加2分”。',
  unclear: '写成“加几分”。',
  limit: '上限改成每天、每月或每年的。',
  looksBad: '是加分的就在分值前写“+”，是扣分的就删掉这一行。',
  contradicts: '是加分的就挪到加分那一部分，是扣分的就删掉这一行。',
  twin: '是两件事就改个名称，是一件事就删掉一行。',
};

const wordsOf = (line: Line): string | undefined => {
  if (line.rule !== null) return `不收：${RULES[line.rule]}。不用改，留着也不会收。`;
  return line.why === null ? undefined : `${whyWords(line)}${MEND[line.why]}`;
};

/** What is to be mended, row by row; what a person has answered is settled. */
export function notesOf(
  { sheets, remarks }: Pick<Preview, 'sheets' | 'remarks'>,
  lines: readonly Line[],
  isSettled: (line: Line) => boolean,
): ToNote {
  const nameOf = (at: number) => sheets[at]?.name ?? '';
  const ofLines = lines.flatMap((line) => {
    const words = isSettled(line) ? undefined : wordsOf(line);
    return words ? [{ sheet: nameOf(line.sheet), row: line.row, words }] : [];
  });
  const ofRemarks = remarks.flatMap(({ sheet, row, rules }) =>
    rules.map((rule) => ({ sheet: nameOf(sheet), row, words: `不收：${RULES[rule]}。` })),
  );
  const headings = sheets.flatMap(({ name, headerRow }) =>
    headerRow === null ? [] : [{ sheet: name, row: headerRow }],
  );
  return { notes: [...ofLines, ...ofRemarks], headings };
}
