const { hears } = require('./taro-nodes');

const ROLES = ['button', 'link', 'checkbox', 'radio', 'tab', 'switch'];
const elementsIn = (page) => [...page.view.querySelectorAll('*')];

function faultsOf(element, said) {
  const what = `${element.className || element.tagName} “${element.textContent.trim().slice(0, 20)}”`;
  return [
    ...(ROLES.includes(said.ariaRole) ? [] : [`${what} has no role (${said.ariaRole})`]),
    ...(said.ariaLabel || element.textContent.trim() ? [] : [`${what} has no name`]),
  ];
}

/** What WeChat was given of everything on a page that hears a tap, and of its fields, and what a reader would miss there. */
function lookAt(page, nodes) {
  const tappable = elementsIn(page).filter((element) => hears(nodes.find(element), 'tap'));
  const fields = elementsIn(page).filter((element) => hears(nodes.find(element), 'input'));
  const unnamed = fields.filter((field) => !page.attrs(field)?.ariaLabel);
  return {
    tappable,
    faults: [
      ...tappable.flatMap((element) => faultsOf(element, page.attrs(element) ?? {})),
      ...unnamed.map((field) => `field ${field.className} has no name`),
    ],
  };
}

module.exports = { lookAt };
