import type { Sending } from '../api/upload';

/** 正在上传 3/12 */
export const sendingWords = ({ part, of }: Sending) => `正在上传 ${part}/${of}`;
