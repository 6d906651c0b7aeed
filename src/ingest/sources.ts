/** The sources as services see them: they reach them through the engine only. */
export type { Mapping } from '../sources/mapping.ts';
export { findSource, SOURCES, type Source } from '../sources/registry.ts';
