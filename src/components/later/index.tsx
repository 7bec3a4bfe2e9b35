import type { ComponentType } from 'react';
import { Answer } from '../answer';
import { useLater } from './use-later';

/** A part of a page that few ask for: until its file has come the skeleton, or why not and once more. */
export function later<Props extends object>(
  load: () => Promise<{ readonly Part: ComponentType<Props> }>,
): ComponentType<Props> {
  return function Later(props: Props) {
    const asked = useLater(load);
    return (
      <Answer of={asked} amid>
        {({ Part }) => <Part {...props} />}
      </Answer>
    );
  };
}
