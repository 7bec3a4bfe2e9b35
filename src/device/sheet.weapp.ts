/** WeChat has no printer and takes no spreadsheet that a page writes: there the lists are read, and saved at a desk. */
export const CAN_SAVE_SHEETS = false;
export const saveSheet = (): Promise<boolean> => Promise.resolve(false);
export const printSheet = (): Promise<boolean> => Promise.resolve(false);
export const saveTemplate = (): Promise<boolean> => Promise.resolve(false);
export const saveBytes = (): boolean => false;
