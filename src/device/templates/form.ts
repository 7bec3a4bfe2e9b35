/** A form to fill in: what stands in its sheets, and how. */
export interface Template {
  readonly name: string;
  readonly sheet: string;
  readonly heads: readonly { readonly word: string; readonly example: string; readonly width: number }[];
  readonly instructions: readonly string[];
}
