import type { World } from '../../kit/world';
import { linkOf } from '../../values/codes';

/** The address on a poster: it opens the activity, and earns nothing by itself. */
export const posterQrOf = ({ origin }: Pick<World, 'origin'>, shortId: string): string =>
  linkOf(origin, 'poster', shortId);
