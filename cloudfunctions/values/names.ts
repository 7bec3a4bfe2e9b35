import { PERSON_NAME_MAX } from './limits';

/** What stands between the parts of a name, as keyboards and spreadsheets write it: ‧ ∙ • ・ ･ ． ⋅ and more are one dot. */
const DOT = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\ua78f\ufe52\uff0e\uff65]/gu;
const APOSTROPHE = /[\u0060\u00b4\u02bc\u2018\u2019]/gu;
const HYPHEN = /[\u2010-\u2015\u2212]/gu;
/** The circle that stands for 〇 where a keyboard has none; a full stop that stands for the dot. */
const CIRCLE_IN_CHINESE =
  /(?<=\p{Script=Han}[\u25cb\u25ef]*)[\u25cb\u25ef]|[\u25cb\u25ef](?=[\u25cb\u25ef]*\p{Script=Han})/gu;
const STOP_IN_CHINESE = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
/** Joiners belong into scripts whose letters look by their neighbours; elsewhere they hide in a name. */
const STRAY_JOINER =
  /(?<![\p{scx=Arabic}\p{scx=Mongolian}])[\u180e\u200c\u200d]+|[\u180e\u200c\u200d]+(?![\p{scx=Arabic}\p{scx=Mongolian}\u180e\u200c\u200d])/gu;
/** Everything else that is not seen, but for the marks that say which form of a letter is meant. */
const UNSEEN =
  /(?!\u200c|\u200d|[\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CHINESE_WITH_BLANKS = /^[\p{Script=Han}\s]+$/u;

/** Letters of any script with their marks, 〇, Tibetan's ་, and · . ' - between the parts; counted by letters, not by halves of a pair. */
export const PERSON_NAME = new RegExp(
  `^(?=.*[\\p{L}\\u3007])[\\p{L}\\p{M}\\u3007\\u0f0b\\u180a\\u180e\\u200c\\u200d·.' -]{1,${PERSON_NAME_MAX}}$`,
  'u',
);

/**
 * A name in the one way in which it is kept, whatever door it comes in by: 李 芳 is 李芳, 买买提．艾合买提 is
 * 买买提·艾合买提, two lines of a cell are one. Done again it changes nothing.
 */
export function cleanName(written: string): string {
  const text = written
    .replace(DOT, '·')
    .replace(APOSTROPHE, "'")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(STRAY_JOINER, '')
    .normalize('NFKC')
    .replace(APOSTROPHE, "'") // again: ｀ and ŉ have become one
    .replace(HYPHEN, '-')
    .replace(CIRCLE_IN_CHINESE, '〇')
    .replace(STOP_IN_CHINESE, '·')
    .replace(/\s+/gu, ' ')
    .replace(/ ?·[· ]*/gu, '·')
    .replace(/^[ ·]+|[ ·\u0f0d]+$/gu, '');
  return CHINESE_WITH_BLANKS.test(text) ? text.replace(/\s/gu, '') : text;
}
