import Taro from '@tarojs/taro';

/** The cloud environment in which this mini-program was opened; nothing is named in the code. */
if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({});
