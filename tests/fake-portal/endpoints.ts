import type { Logger } from '../../src/domain/ports.ts';

export const ENDPOINTS = {
  ftPortalSearchUrl: 'http://portal.test',
  ftPortalDataUrl: 'http://portal.test',
  cordisDataUrl: 'http://cordis.test',
};

const quiet = () => undefined;
export const silent: Logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
