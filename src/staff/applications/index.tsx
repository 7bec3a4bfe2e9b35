export { default } from '../../household/applications/page';
