/** What a field of digits keeps: the card prints them in groups, and so they are typed or pasted. */
export const digitsOf = (written: string, most: number): string => written.replace(/\D/g, '').slice(0, most);
