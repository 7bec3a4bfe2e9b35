export { type CloudFunction, cloudFunction } from './cloudbase/cloud-function';
