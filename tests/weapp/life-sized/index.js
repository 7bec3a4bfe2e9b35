/** What the rooms of a large community would answer: the sizes are those that every page must be able to show. */
const people = require('./people');
const activities = require('./activities');
const catalogue = require('./catalogue');
const ledger = require('./ledger');
const rewards = require('./rewards');
const organisation = require('./organisation');

const answers = {
  ...people.answers,
  ...activities.answers,
  ...catalogue.answers,
  ...ledger.answers,
  ...rewards.answers,
  ...organisation.answers,
};

module.exports = { answers, everybody: people.everybody, newcomer: people.newcomer };
