export { DocumentPanel } from './document';
export { GuidelinePanel } from './guideline';
export { ProgrammePanel } from './programme';
