export { default } from '../../home/workbench/page';
