declare module '*.xlsx' {
  /** The file in base64. */
  const base64: string;
  export default base64;
}
