import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { Gate } from '../../session/gate';
import type { Certain } from '../../session/who';
import { isStaff } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { CompletePanel, PublishedAlert } from './bulk-panel';
import { ItemForm } from './item-form';
import { ItemPanel } from './item-panel';
import { ItemsTable } from './items-table';
import { isReading, readingBar, SheetFoot, SheetPanel } from './sheet-panel';
import { SheetQuestion } from './sheet-question';
import { keyOf, type Line } from './sheet-words';
import { SourceSide, SourcesPanel } from './sources-panel';
import { type Catalogue, useCatalogue } from './use-catalogue';
import './page.scss';

const VIEWS = [
  { key: 'published', word: '在用' },
  { key: 'draft', word: '草稿' },
  { key: 'retired', word: '停用' },
  { key: 'sheet', word: '导入细则表' },
  { key: 'sources', word: '依据' },
] as const;

async function tellChanged({ registered, setTold, openSource }: Catalogue, words: string) {
  await registered.reload();
  openSource(undefined);
  setTold(words);
}

function Main({ catalogue, openKey }: { catalogue: Catalogue; openKey: string | undefined }) {
  const { view, choose, told, bulk } = catalogue;
  return (
    <View className="stack">
      {!(view === 'sheet' && isReading(bulk.sheet)) && (
        <Segments wrap label="看哪些" items={VIEWS} chosen={view} onChoose={(key) => choose(key)} />
      )}
      {told && <Alert kind="done" title={told} />}
      {bulk.published && <PublishedAlert published={bulk.published} onOpen={catalogue.open} />}
      {!catalogue.completing && <RefusalAlert refusal={bulk.refusal} />}
      {view === 'sheet' ? (
        <SheetPanel sheet={bulk.sheet} openKey={openKey} />
      ) : view === 'sources' ? (
        <SourcesPanel
          sources={catalogue.registered}
          unitId={catalogue.unitId}
          mayAdd={catalogue.mayPublish}
          onAdded={(words) => tellChanged(catalogue, words)}
          onOpen={(id) => {
            catalogue.setTold(undefined);
            catalogue.openSource(id);
          }}
        />
      ) : (
        <ItemsTable catalogue={catalogue} kind={view} />
      )}
    </View>
  );
}

/** From a sheet on to its drafts, all of them ticked. */
function AfterSheet({ catalogue }: { catalogue: Catalogue }) {
  const drafts = catalogue.bulk.sheet.imported?.drafts ?? [];
  if (drafts.length === 0) return null;
  const ids = drafts.map(({ itemId }) => itemId);
  return (
    <ActionBar>
      <Button kind="primary" onTap={() => catalogue.choose('draft', ids)}>
        去补齐草稿
      </Button>
    </ActionBar>
  );
}

function Foot({ catalogue, onNew }: { catalogue: Catalogue; onNew: () => void }) {
  const { picked, view, bulk } = catalogue;
  if (view === 'sheet')
    return bulk.sheet.preview && !bulk.sheet.imported ? (
      <SheetFoot sheet={bulk.sheet} />
    ) : (
      <AfterSheet catalogue={catalogue} />
    );
  if (view !== 'draft' || picked.length === 0)
    return view === 'published' || view === 'draft' ? (
      <ActionBar>
        <Button icon="plus" onTap={onNew}>
          新建一个
        </Button>
      </ActionBar>
    ) : null;
  return (
    <ActionBar note={<View className="strong">{`选了 ${picked.length} 项`}</View>}>
      <Button onTap={() => catalogue.setCompleting(true)}>{`一起补齐 ${picked.length} 项`}</Button>
      <Button
        kind="primary"
        busy={bulk.busy}
        onTap={() => {
          catalogue.setTold(undefined);
          void bulk.publish(picked);
        }}
      >
        {`发布 ${picked.length} 项`}
      </Button>
    </ActionBar>
  );
}

interface SideProps {
  catalogue: Catalogue;
  making: boolean;
  /** The line of a rule sheet that is asked about. */
  asked: Line | undefined;
  onMade: () => void;
}

function Side({ catalogue, making, asked, onMade }: SideProps) {
  const { opened, bulk, view } = catalogue;
  if (view === 'sheet') return asked && <SheetQuestion key={keyOf(asked)} sheet={bulk.sheet} line={asked} />;
  const { sourceId, registered } = catalogue;
  if (sourceId && registered.data)
    return (
      <SourceSide
        key={sourceId}
        sources={registered.data}
        id={sourceId}
        onDone={(words) => void tellChanged(catalogue, words)}
      />
    );
  if (making) return <ItemForm catalogue={catalogue} onDone={onMade} />;
  if (catalogue.completing) return <CompletePanel catalogue={catalogue} />;
  return opened && <ItemPanel key={opened.itemId} catalogue={catalogue} item={opened} />;
}

/** At a desk the first question stands beside the table by itself; on a phone it waits until it is opened. */
function useAsked({ view, bulk: { sheet } }: Catalogue): Line | undefined {
  const wide = useWide();
  if (view !== 'sheet' || !sheet.preview || sheet.imported) return undefined;
  const opened = sheet.asked.find((line) => keyOf(line) === sheet.openKey);
  return opened ?? (wide ? (sheet.asked.find((line) => !sheet.answered(line)) ?? sheet.asked[0]) : undefined);
}

const SCREEN = { title: '积分项目', shell: 'staff' } as const;

function Items({ office }: { office: Certain<'office'> }) {
  const catalogue = useCatalogue(office);
  const wide = useWide();
  const [making, make] = useState(false);
  const close = () => {
    make(false);
    catalogue.open(undefined);
    catalogue.openSource(undefined);
    catalogue.setCompleting(false);
    catalogue.bulk.sheet.open(undefined);
  };
  const asked = useAsked(catalogue);
  const aside =
    making || catalogue.completing || [catalogue.opened, catalogue.sourceId, asked].some((one) => one !== undefined);
  return (
    <ListAndDetail
      {...SCREEN}
      onBack={aside ? close : undefined}
      {...(catalogue.view === 'sheet' && isReading(catalogue.bulk.sheet) && readingBar(catalogue.bulk.sheet, wide))}
      list={<Main catalogue={catalogue} openKey={asked && keyOf(asked)} />}
      detail={aside && <Side catalogue={catalogue} making={making} asked={asked} onMade={close} />}
      onClose={close}
      actions={
        (!aside || (wide && catalogue.view === 'sheet')) && <Foot catalogue={catalogue} onNew={() => make(true)} />
      }
    />
  );
}

/** The community's point items: in force, drafted, retired; taken in from a sheet, completed and published together. */
export default function CataloguePage() {
  return (
    <Gate
      who="office"
      words={(me) => (isStaff(me) ? '积分项目由社区定，在“发积分”里能看到在用的。' : '积分项目由社区定。')}
      rows={6}
      screen={SCREEN}
    >
      {(office) => <Items office={office} />}
    </Gate>
  );
}
