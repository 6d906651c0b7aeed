import type { Deps } from './deps.ts';

/**
 * Where people reach this house when no request says so (mails, webhooks, links printed by a command): the configured
 * address, otherwise the one it listens on.
 */
export const originOf = ({ baseUrl, listensAt }: Pick<Deps, 'baseUrl' | 'listensAt'>): string =>
  baseUrl ?? listensAt ?? 'http://127.0.0.1:3000';
