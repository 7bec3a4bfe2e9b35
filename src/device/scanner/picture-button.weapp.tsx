/** WeChat's own scanner takes pictures from the album, too. */
export const PictureButton = () => null;
