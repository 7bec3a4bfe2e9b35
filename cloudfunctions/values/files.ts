/** The kinds of files that actions take, and the most bytes that one may have. */
export const FILE_KINDS = { xlsx: { bytesMax: 6 * 1024 * 1024 } } as const;
export type FileKind = keyof typeof FILE_KINDS;
