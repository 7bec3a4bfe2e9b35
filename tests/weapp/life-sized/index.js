/** What the rooms of a large community would answer, and their pages as somebody opens them: the sizes are those that every page must be able to show. */
const people = require('./people');
const activities = require('./activities');
const catalogue = require('./catalogue');
const ledger = require('./ledger');
const rewards = require('./rewards');
const organisation = require('./organisation');

const rooms = [people, activities, catalogue, ledger, rewards, organisation];
const answers = Object.assign({}, ...rooms.map((room) => room.answers));
const visits = rooms.flatMap((room) => room.visits);

module.exports = { answers, visits, everybody: people.everybody, newcomer: people.newcomer };
