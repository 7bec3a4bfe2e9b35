import { useState } from 'react';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import type { ChosenFile } from '../../files';
import { isAdmin, isOffice } from '../../session/work';
import { useWork } from '../people/use-work';
import { type Basis, toSent } from './basis';
import type { Imported, Item, Published } from './item-words';

type View = 'published' | 'draft' | 'retired' | 'sheet' | 'sources';
export interface Sources {
  readonly documents: DataOf<'catalogue.policyDocuments'>['documents'];
  readonly guidelines: DataOf<'catalogue.guidelines'>['guidelines'];
  readonly programmes: DataOf<'catalogue.programmes'>['programmes'];
}

function useSources(unitId: string | undefined): Sources {
  const asked = unitId ? { unitId } : null;
  return {
    documents: useRead('catalogue.policyDocuments', asked).data?.documents ?? [],
    guidelines: useRead('catalogue.guidelines', asked).data?.guidelines ?? [],
    programmes: useRead('catalogue.programmes', asked).data?.programmes ?? [],
  };
}

/** What is done with many items at once: completed, published, taken in from a sheet. */
function useBulk(unitId: string | undefined, onChanged: () => Promise<void>) {
  const completing = useWrite('catalogue.completeDrafts');
  const publishing = useWrite('catalogue.publishItem');
  const importing = useWrite('catalogue.importSheet');
  const [published, setPublished] = useState<Published>();
  const [imported, setImported] = useState<Imported>();
  return {
    ...{ published, imported },
    /** Before something else is tried: what the last try led to is no longer true. */
    forget: () => {
      setPublished(undefined);
      completing.clear();
      publishing.clear();
    },
    complete: async (itemIds: readonly string[], basis: Basis) => {
      const sent = toSent(basis);
      if (!unitId || typeof sent === 'string') return undefined;
      const done = await completing.run({ unitId, itemIds: [...itemIds], ...sent });
      if (done) await onChanged();
      return done;
    },
    publish: async (itemIds: readonly string[]) => {
      if (!unitId) return;
      setPublished(await publishing.run({ unitId, itemIds: [...itemIds] }));
      await onChanged();
    },
    importSheet: async ({ name, base64 }: ChosenFile) => {
      if (!unitId) return;
      setImported(await importing.run({ unitId, fileName: name, fileBase64: base64 }));
      await onChanged();
    },
    busy: completing.busy || publishing.busy || importing.busy,
    refusal: completing.refusal ?? publishing.refusal,
    importRefusal: importing.refusal,
  };
}

export function useCatalogue() {
  const { me, refusal, reload, communityId } = useWork();
  const mayUse = me !== undefined && isOffice(me);
  const unitId = mayUse ? communityId : undefined;
  const [view, setView] = useState<View>('published');
  const state = view === 'sheet' || view === 'sources' ? 'draft' : view;
  const list = useRead('catalogue.items', unitId ? { unitId, state, limit: 100 } : null);
  const [openedId, open] = useState<string>();
  const [ticked, pick] = useState<readonly string[]>([]);
  const [completing, setCompleting] = useState(false);
  const [told, setTold] = useState<string>();
  const bulk = useBulk(unitId, list.reload);
  const items: readonly Item[] | undefined = list.data?.items;
  const picked = ticked.filter((id) => items?.some(({ itemId }) => itemId === id) ?? true); // a sheet names published ones, too
  const choose = (next: View, tick: readonly string[] = []) => {
    setView(next);
    open(undefined);
    pick(tick);
    setCompleting(false);
    setTold(undefined);
    bulk.forget();
  };
  return {
    ...{ me, mayUse, unitId, refusal, reload, view, choose, list, items, openedId, open, picked, pick, bulk },
    ...{ completing, setCompleting, told, setTold },
    sources: useSources(unitId),
    mayPublish: me !== undefined && isAdmin(me),
    opened: items?.find(({ itemId }) => itemId === openedId),
  };
}
export type Catalogue = ReturnType<typeof useCatalogue>;
