/**
 * Taro's own nodes by the ids that their pictures in WeChat bear: nothing that WeChat is sent says who hears a tap, since most
 * templates take one. Taro keeps them in a map that it shows to nobody, so every map is watched from before it starts.
 */
function watchNodes() {
  const nodes = new Map();
  const rawSet = Map.prototype.set;
  Map.prototype.set = function set(key, value) {
    if (value?.sid === key && value.__handlers) rawSet.call(nodes, key, value);
    return rawSet.call(this, key, value);
  };
  return { find: (element) => nodes.get(element.dataset?.sid), forget: () => nodes.clear() };
}

const hears = (node, event) => (node?.__handlers[event]?.length ?? 0) > 0;

module.exports = { watchNodes, hears };
