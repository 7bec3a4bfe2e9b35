import { type ReactNode, useState } from 'react';
import { Button } from '../components/button';

interface Props {
  word: string;
  /** The form, which says when it is done. */
  children: (onMade: () => void) => ReactNode;
}

/** What is missing is registered in the place where it is missed: a button, and its form when tapped. */
export function AddHere({ word, children }: Props) {
  const [isOpen, open] = useState(false);
  if (isOpen) return <>{children(() => open(false))}</>;
  return (
    <Button small icon="plus" onTap={() => open(true)}>
      {word}
    </Button>
  );
}
