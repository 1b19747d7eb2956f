import { featureMessages } from '../i18n/messages-type.ts';

export const messages = featureMessages({ vi: {}, en: {} });
