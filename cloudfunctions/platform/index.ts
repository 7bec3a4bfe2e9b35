export { cloudFunction } from './cloudbase/cloud-function';
