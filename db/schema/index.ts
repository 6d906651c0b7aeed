export * from './catalogue.ts';
export * from './desk.ts';
export * from './operations.ts';
export * from './partner-access.ts';
export * from './scans.ts';
export * from './scores.ts';
export * from './track-record.ts';
