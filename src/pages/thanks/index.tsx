export { default } from '../../activity/thanks/page';
