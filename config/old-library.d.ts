import type { BannerPlugin } from 'webpack';

/** What is put around the built `app.js`. */
declare const around: { head: BannerPlugin; foot: BannerPlugin };
export default around;
