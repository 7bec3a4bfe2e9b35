/** WeChat tells by a failure, too, that the person closed what was opened: then there is nothing to say. */
export const isClosed = (reason: unknown): boolean =>
  /cancel/i.test(String((reason as { errMsg?: unknown } | null)?.errMsg));
