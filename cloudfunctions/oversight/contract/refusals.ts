/** Nothing is refused here that a lower room does not refuse with. */
export const refusals = {};
