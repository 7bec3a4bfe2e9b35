/** The last column, where the line that shows how says so. */
export const REMARKS = {
  word: '备注',
  example: '这一行是示例，导入时会跳过；从下一行填起，这一行删不删都行',
  width: 58,
} as const;

/** A form to fill in: what stands in its sheets, and how. */
export interface Template {
  readonly name: string;
  readonly sheet: string;
  readonly heads: readonly { readonly word: string; readonly example: string; readonly width: number }[];
  readonly instructions: readonly string[];
}
