import roster from './data/roster-liuhe-made-up.xlsx';
import ruralSheet from './data/rules-fengjie-rural.xlsx';
import householdSheet from './data/rules-household-scheme.xlsx';

/** The files as a committee would upload them, in base64: the build carries them along. */
export const FILES = {
  roster: { fileName: 'roster-liuhe-made-up.xlsx', fileBase64: roster },
  household: { fileName: 'rules-household-scheme.xlsx', fileBase64: householdSheet },
  rural: { fileName: 'rules-fengjie-rural.xlsx', fileBase64: ruralSheet },
} as const;
