import { useState } from 'react';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { type Shared, shareLink } from '../../device/save-text';

const TOLD: Readonly<Record<Shared, string>> = {
  shared: '交给你选的人了。',
  copied: '链接拷好了，发给监督委员会的人，他打开就能签，不用登录。',
  neither: '这台设备不让拷贝，请把浏览器上面的网址发给他。',
};

/** Whoever signs has no account: the office hands them this page, which says of which community. The web's alone. */
export function HandLink({ unitId }: { unitId: string }) {
  const [told, tell] = useState<Shared>();
  const url = `${location.origin}/pages/countersign/index?unit=${unitId}`;
  return (
    <>
      <Button icon="forward" onTap={() => void shareLink('监督委员会签字', url).then(tell)}>
        把链接发给他们
      </Button>
      {told && <Alert kind={told === 'neither' ? 'refused' : 'done'} title={TOLD[told]} />}
    </>
  );
}
