/** The first letter of a name, whole: 𠮷 is two halves to a phone, and one letter. */
export const initialOf = (name: string): string => Array.from(name)[0] ?? '';
