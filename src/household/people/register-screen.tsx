import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Screen } from '../../components/screen';
import { useWide } from '../../theme/use-wide';
import { Newcomers } from './newcomers';

export const SCREEN = { title: '花名册', shell: 'staff' } as const;

interface Props {
  /** How many there are, whatever is looked for. */
  lead: string;
  /** At a desk they stand beside the title. */
  tools: ReactNode;
}

/** The register's frame: a newcomer is registered from the title's line at a desk, and at the thumb on a phone. */
export function RegisterScreen({ lead, tools, children }: PropsWithChildren<Props>) {
  const wide = useWide();
  if (wide)
    return (
      <Screen
        {...SCREEN}
        className="desk-fit"
        lead={lead}
        tools={
          <View className="title-tools">
            {tools}
            <Newcomers />
          </View>
        }
      >
        <View className="stack desk-page">{children}</View>
      </Screen>
    );
  return (
    <Screen
      {...SCREEN}
      actions={
        <ActionBar>
          <Newcomers />
        </ActionBar>
      }
    >
      <View className="stack">{children}</View>
    </Screen>
  );
}
