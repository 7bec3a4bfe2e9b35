/** Who may be tried out in the demo. `tryThis` is one sentence that says what to do first. */
export interface Persona {
  readonly key: string;
  readonly title: string;
  readonly tryThis: string;
}

export const PERSONAS = [
  {
    key: 'senior',
    title: '72 岁的老年居民',
    tryThis: '打开“关怀模式”，用大字看积分，兑换一次免费体检。',
  },
  {
    key: 'householdHead',
    title: '户主：有孩子，也有一位没有手机的老母亲',
    tryThis: '扫活动现场的动态码签到，带上孩子，再看全家的积分存折。',
  },
  {
    key: 'newcomer',
    title: '刚搬来、还没有绑定的新居民',
    tryThis: '你是浏河路 29 号的吴晓峰：先换成“社区工作人员”给他发积分卡和绑定码，再回来绑定。',
  },
  {
    key: 'applicant',
    title: '没有积分卡的租住居民',
    tryThis: '填一份加入申请，再换成“网格员”去通过它。',
  },
  {
    key: 'gridWorker',
    title: '网格员',
    tryThis: '出示活动的动态签到码，或者审核居民的绑定申请。',
  },
  {
    key: 'staff',
    title: '社区工作人员',
    tryThis: '在工作台给三位居民加分，或者替老人兑换并打印兑换券。',
  },
  {
    key: 'admin',
    title: '社区管理员',
    tryThis: '把导入的积分项目补全并发布，或者新开一项奖励。',
  },
  {
    key: 'clerk',
    title: '卫生服务中心的核销员',
    tryThis: '扫描或输入居民的兑换券，确认核销。',
  },
  {
    key: 'bookClerk',
    title: '书店的核销员',
    tryThis: '核销一张购书卡，再试一次，看看系统怎么说。',
  },
  {
    key: 'district',
    title: '区主管（只看不改分）',
    tryThis: '看看各社区公布的积分项目，和每晚公布的校验码。',
  },
  {
    key: 'city',
    title: '市主管（只看不改分）',
    tryThis: '查看全市的组织和公布的积分校验码。',
  },
] as const satisfies readonly Persona[];

export type PersonaKey = (typeof PERSONAS)[number]['key'];
