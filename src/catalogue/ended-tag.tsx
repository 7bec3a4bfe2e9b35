import { Tag } from '../components/tag';

/** Of what is used no longer, and stays on what rests on it. */
export const EndedTag = () => <Tag kind="plain">停了</Tag>;
