import kitAndOrganisation from './migrations/0001-kit-and-organisation.sql';
import household from './migrations/0002-household.sql';
import catalogue from './migrations/0003-catalogue.sql';
import ledgerAndAward from './migrations/0004-ledger-and-award.sql';
import activityAndReward from './migrations/0005-activity-and-reward.sql';
import withdrawnCorrections from './migrations/0006-withdrawn-corrections.sql';
import signedDays from './migrations/0007-signed-days.sql';
import rewardTitles from './migrations/0008-reward-titles.sql';
import roleTerms from './migrations/0009-role-terms.sql';
import shownCodes from './migrations/0010-shown-codes.sql';
import installation from './migrations/0011-installation.sql';
import retiredItems from './migrations/0012-retired-items.sql';
import rewardLines from './migrations/0013-reward-lines.sql';
import eventReaders from './migrations/0014-event-readers.sql';
import attended from './migrations/0015-attended.sql';
import checkpointTrees from './migrations/0016-checkpoint-trees.sql';
import views from './migrations/0017-views.sql';
import addressHash from './migrations/0018-address-hash.sql';
import files from './migrations/0019-files.sql';
import residentHome from './migrations/0020-resident-home.sql';
import itemLineage from './migrations/0021-item-lineage.sql';
import changedActivities from './migrations/0022-changed-activities.sql';
import itemWorth from './migrations/0023-item-worth.sql';
import people from './migrations/0024-people.sql';
import capacity from './migrations/0025-capacity.sql';
import nightHeads from './migrations/0026-night-heads.sql';
import unitLimits from './migrations/0027-unit-limits.sql';
import waitingAwards from './migrations/0028-waiting-awards.sql';
import secondLooks from './migrations/0029-second-looks.sql';
import activityGrid from './migrations/0030-activity-grid.sql';
import ruleSheets from './migrations/0031-rule-sheets.sql';
import rosterTitles from './migrations/0032-roster-titles.sql';
import atTheDoor from './migrations/0033-at-the-door.sql';
import renewedSessions from './migrations/0034-renewed-sessions.sql';
import rewardKinds from './migrations/0035-reward-kinds.sql';
import redemptionWindows from './migrations/0036-redemption-windows.sql';
import goods from './migrations/0037-goods.sql';
import choiceProviders from './migrations/0038-choice-providers.sql';
import deedEvidence from './migrations/0039-deed-evidence.sql';
import voucherRegister from './migrations/0040-voucher-register.sql';
import namesAndEnds from './migrations/0041-names-and-ends.sql';
import participation from './migrations/0042-participation.sql';
import secondWords from './migrations/0043-second-words.sql';
import mergedPeople from './migrations/0044-merged-people.sql';
import countersigners from './migrations/0045-countersigners.sql';
import guardians from './migrations/0046-guardians.sql';
import news from './migrations/0047-news.sql';
import keptFigures from './migrations/0048-kept-figures.sql';
import toldChanges from './migrations/0049-told-changes.sql';
import erasedPeople from './migrations/0050-erased-people.sql';
import leftOut from './migrations/0051-left-out.sql';
import changedUnits from './migrations/0052-changed-units.sql';
import forgottenBirthdays from './migrations/0053-forgotten-birthdays.sql';
import sealedWords from './migrations/0054-sealed-words.sql';
import countedChanges from './migrations/0055-counted-changes.sql';
import basisChanges from './migrations/0056-basis-changes.sql';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Every file of `migrations/`, in order. They are imported as text, so that a bundle carries them:
 * esbuild needs `loader: { '.sql': 'text' }`. A test holds this list against the folder.
 */
export const migrations: readonly Migration[] = [
  { name: '0001-kit-and-organisation', sql: kitAndOrganisation },
  { name: '0002-household', sql: household },
  { name: '0003-catalogue', sql: catalogue },
  { name: '0004-ledger-and-award', sql: ledgerAndAward },
  { name: '0005-activity-and-reward', sql: activityAndReward },
  { name: '0006-withdrawn-corrections', sql: withdrawnCorrections },
  { name: '0007-signed-days', sql: signedDays },
  { name: '0008-reward-titles', sql: rewardTitles },
  { name: '0009-role-terms', sql: roleTerms },
  { name: '0010-shown-codes', sql: shownCodes },
  { name: '0011-installation', sql: installation },
  { name: '0012-retired-items', sql: retiredItems },
  { name: '0013-reward-lines', sql: rewardLines },
  { name: '0014-event-readers', sql: eventReaders },
  { name: '0015-attended', sql: attended },
  { name: '0016-checkpoint-trees', sql: checkpointTrees },
  { name: '0017-views', sql: views },
  { name: '0018-address-hash', sql: addressHash },
  { name: '0019-files', sql: files },
  { name: '0020-resident-home', sql: residentHome },
  { name: '0021-item-lineage', sql: itemLineage },
  { name: '0022-changed-activities', sql: changedActivities },
  { name: '0023-item-worth', sql: itemWorth },
  { name: '0024-people', sql: people },
  { name: '0025-capacity', sql: capacity },
  { name: '0026-night-heads', sql: nightHeads },
  { name: '0027-unit-limits', sql: unitLimits },
  { name: '0028-waiting-awards', sql: waitingAwards },
  { name: '0029-second-looks', sql: secondLooks },
  { name: '0030-activity-grid', sql: activityGrid },
  { name: '0031-rule-sheets', sql: ruleSheets },
  { name: '0032-roster-titles', sql: rosterTitles },
  { name: '0033-at-the-door', sql: atTheDoor },
  { name: '0034-renewed-sessions', sql: renewedSessions },
  { name: '0035-reward-kinds', sql: rewardKinds },
  { name: '0036-redemption-windows', sql: redemptionWindows },
  { name: '0037-goods', sql: goods },
  { name: '0038-choice-providers', sql: choiceProviders },
  { name: '0039-deed-evidence', sql: deedEvidence },
  { name: '0040-voucher-register', sql: voucherRegister },
  { name: '0041-names-and-ends', sql: namesAndEnds },
  { name: '0042-participation', sql: participation },
  { name: '0043-second-words', sql: secondWords },
  { name: '0044-merged-people', sql: mergedPeople },
  { name: '0045-countersigners', sql: countersigners },
  { name: '0046-guardians', sql: guardians },
  { name: '0047-news', sql: news },
  { name: '0048-kept-figures', sql: keptFigures },
  { name: '0049-told-changes', sql: toldChanges },
  { name: '0050-erased-people', sql: erasedPeople },
  { name: '0051-left-out', sql: leftOut },
  { name: '0052-changed-units', sql: changedUnits },
  { name: '0053-forgotten-birthdays', sql: forgottenBirthdays },
  { name: '0054-sealed-words', sql: sealedWords },
  { name: '0055-counted-changes', sql: countedChanges },
  { name: '0056-basis-changes', sql: basisChanges },
];
