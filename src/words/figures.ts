/** 126,820 */
export const countWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
