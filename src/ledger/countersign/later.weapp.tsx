export { OwnKey } from './own-key';
