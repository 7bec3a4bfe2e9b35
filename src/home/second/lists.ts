/** What waits for a second person, list by list; the address names the one that is open. */
export const SECOND_LISTS = [
  { key: 'awards', word: '等签字' },
  { key: 'looks', word: '新登记的' },
  { key: 'merges', word: '登记两次' },
] as const;
export type SecondList = (typeof SECOND_LISTS)[number]['key'];

export const secondListOf = (key: string | undefined): SecondList =>
  SECOND_LISTS.find((list) => list.key === key)?.key ?? 'awards';
