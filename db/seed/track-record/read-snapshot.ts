import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bundled track record, parsed but unchecked; on Workers import the file as JSON instead. */
export function readTrackRecordSnapshot(): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'track-record.generated.json'), 'utf8'));
}
