import type { World } from '../../kit/world';

/** The address on a poster: it opens the activity, and earns nothing by itself. */
export const posterQrOf = ({ origin }: Pick<World, 'origin'>, shortId: string): string => `${origin}/p/${shortId}`;
