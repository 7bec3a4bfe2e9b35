export const STEPS = ['什么事', '哪些人', '确认'];
