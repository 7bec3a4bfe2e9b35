export { default } from '../../activity/arrivals/page';
