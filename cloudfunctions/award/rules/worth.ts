/** What the deed is worth and how it stands in the passbook. */
export interface Worth {
  readonly points: number;
  readonly title: string;
  readonly grade: string | null;
  readonly halfHours: number | null;
  readonly isByTime: boolean;
}
