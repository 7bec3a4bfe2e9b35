/** WeChat scans by its own scanner: the web's camera and the decoder that it brings stay out of the mini-program. */
export const Camera = () => null;
