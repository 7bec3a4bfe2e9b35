/** Words in a remark, or in the place of a relation, by which somebody may not be here any more. */
const GONE =
  /已故|亡故|病故|死亡|去世|过世|逝世|身故|故去|离世|销户|注销|迁出|迁走|迁往|外迁|搬走|搬离|搬出|已迁|失踪|空挂户|人户分离/u;

/** The words that say so: whose death or whose move it is only a person can tell. */
export const saysGone = (text: string | null): boolean => text !== null && GONE.test(text);
