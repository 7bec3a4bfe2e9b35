export { default } from '../../session/sign-in/page';
