import { ABOUT } from './about';
import { FILES } from './files';
import { LIVE_CODE } from './live-code';
import { RECEIPT } from './receipt';

/** What a client must know beside its paths and schemas: the document's own description. */
export const GUIDE = [ABOUT, FILES, LIVE_CODE, RECEIPT].join('\n\n');
