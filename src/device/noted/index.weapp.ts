/** Where no spreadsheet can be saved, none is written. */
export const noted = (): Promise<undefined> => Promise.resolve(undefined);
