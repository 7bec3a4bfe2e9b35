import { together } from '../support/together';

together('files');
