/** What rooms above may use of files. */
export { forgetFiles } from './services/forget';
export { readFile } from './services/read';
