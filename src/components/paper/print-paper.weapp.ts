/** WeChat has no printer: forms are printed at a desk. */
export const printPaper = (): Promise<boolean> => Promise.resolve(false);
