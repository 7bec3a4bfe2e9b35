/** On WeChat a person is who WeChat says: there is no session to end. */
export const endSession = () => Promise.resolve(false);
