import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { DataOf } from '../../api';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import type { Asked } from '../../components/answer';
import type { Certain } from '../../session/who';
import { isAdmin } from '../../session/work';
import { type Basis, toSent } from './basis';
import type { Published } from './item-words';
import { useItems } from './use-items';
import { useSheet } from './use-sheet';

type View = 'published' | 'draft' | 'retired' | 'sheet' | 'sources';
export interface Sources {
  readonly documents: DataOf<'catalogue.policyDocuments'>['documents'];
  readonly guidelines: DataOf<'catalogue.guidelines'>['guidelines'];
  readonly programmes: DataOf<'catalogue.programmes'>['programmes'];
}

/** All three, or none of them yet: a list that could not be read is not an empty one. */
export type SourcesReading = Asked<Sources>;

/** All that is registered, and of it what something new may rest on. */
function useSources(unitId: string): { readonly registered: SourcesReading; readonly sources: SourcesReading } {
  const asked = { unitId, ended: true };
  const documents = useWhole('catalogue.policyDocuments', asked, 'documents');
  const guidelines = useWhole('catalogue.guidelines', asked, 'guidelines');
  const programmes = useWhole('catalogue.programmes', asked, 'programmes');
  const registered: SourcesReading = {
    data: documents.data &&
      guidelines.data &&
      programmes.data && { documents: documents.data, guidelines: guidelines.data, programmes: programmes.data },
    refusal: documents.refusal ?? guidelines.refusal ?? programmes.refusal,
    reload: async () => {
      await Promise.all([documents.reload(), guidelines.reload(), programmes.reload()]);
    },
  };
  return { registered, sources: { ...registered, data: registered.data && inForce(registered.data) } };
}

const inForce = ({ documents, guidelines, programmes }: Sources): Sources => ({
  documents: documents.filter(({ isEnded }) => !isEnded),
  guidelines: guidelines.filter(({ isEnded }) => !isEnded),
  programmes: programmes.filter(({ isEnded }) => !isEnded),
});

/** What is done with many items at once: completed, published, taken in from a sheet. */
function useBulk(unitId: string, onChanged: () => Promise<void>) {
  const completing = useWrite('catalogue.completeDrafts');
  const publishing = useWrite('catalogue.publishItem');
  const sheet = useSheet(unitId, onChanged);
  const [published, setPublished] = useState<Published>();
  return {
    ...{ published, sheet },
    /** Before something else is tried: what the last try led to is no longer true. */
    forget: () => {
      setPublished(undefined);
      completing.clear();
      publishing.clear();
    },
    complete: async (itemIds: readonly string[], basis: Basis) => {
      const sent = toSent(basis);
      if (typeof sent === 'string') return undefined;
      const done = await completing.run({ unitId, itemIds: [...itemIds], ...sent });
      if (done) await onChanged();
      return done;
    },
    publish: async (itemIds: readonly string[]) => {
      setPublished(await publishing.run({ unitId, itemIds: [...itemIds] }));
      await onChanged();
    },
    busy: completing.busy || publishing.busy || sheet.busy,
    refusal: completing.refusal ?? publishing.refusal,
  };
}

export function useCatalogue({ me, role, communityId: unitId }: Certain<'office'>) {
  const { view: begunWith, item: begunItem } = useRouter().params;
  const [view, setView] = useState<View>(begunWith === 'draft' ? 'draft' : 'published');
  const state = view === 'sheet' || view === 'sources' ? 'draft' : view;
  const list = useItems(unitId, role.unitName, state);
  const [openedId, open] = useState<string | undefined>(begunItem);
  const [ticked, pick] = useState<readonly string[]>([]);
  const [sourceId, openSource] = useState<string>();
  const [completing, setCompleting] = useState(false);
  const [told, setTold] = useState<string>();
  const bulk = useBulk(unitId, list.reload);
  const items = list.data;
  const picked = ticked.filter((id) => items?.some(({ itemId }) => itemId === id) ?? true); // a sheet names published ones, too
  const choose = (next: View, tick: readonly string[] = []) => {
    setView(next);
    open(undefined);
    openSource(undefined);
    pick(tick);
    setCompleting(false);
    setTold(undefined);
    bulk.forget();
  };
  return {
    ...{ unitId, view, choose, list, openedId, open, picked, pick, bulk },
    ...{ completing, setCompleting, told, setTold },
    ...useSources(unitId),
    ...{ sourceId, openSource },
    mayPublish: isAdmin(me),
    opened: items?.find(({ itemId }) => itemId === openedId),
  };
}
export type Catalogue = ReturnType<typeof useCatalogue>;
