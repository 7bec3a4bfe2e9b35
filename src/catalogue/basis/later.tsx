import { later } from '../../components/later';

/** Beside the lists: they come when one is opened. */
export const DocumentPanel = later(async () => ({ Part: (await import('./document')).DocumentPanel }));
export const GuidelinePanel = later(async () => ({ Part: (await import('./guideline')).GuidelinePanel }));
export const ProgrammePanel = later(async () => ({ Part: (await import('./programme')).ProgrammePanel }));
