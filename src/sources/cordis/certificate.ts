import type { KindCertificate, ScanCertificate, ScanReason } from '../../domain/scan.ts';

/** What a reading is certified by. */
export interface ReadingProof {
  archive: string;
  startedAt: string;
  finishedAt: string;
  faults: { reason: ScanReason; detail: string }[];
  /** 0 where the server said that nothing had changed, or nothing could be read. */
  passes: number;
  projects: number;
  repeated: number;
  keysHash: string | null;
  baseline: number | null;
  traffic: { requests: number; retries: number; bytes: number };
}

/**
 * The certificate of one archive. One pass is enough: the archive's own table of contents (names, sizes, CRC-32) proves
 * that it is whole, which two readings of a paged search have to prove to each other.
 */
export function certify(proof: ReadingProof): ScanCertificate {
  const verdict = proof.faults.length === 0 ? 'certified' : 'failed';
  const kind: KindCertificate = {
    kind: 'all',
    verdict,
    reasons: proof.faults,
    passes: proof.passes,
    pages: proof.passes,
    totalStated: null,
    uniqueKeys: proof.projects,
    repeated: proof.repeated,
    keysHash: proof.keysHash,
    baseline: proof.baseline,
  };
  return {
    source: 'cordis',
    archive: proof.archive,
    startedAt: proof.startedAt,
    finishedAt: proof.finishedAt,
    verdict,
    reasons: [...new Set(proof.faults.map(({ reason }) => reason))],
    kinds: [kind],
    ...proof.traffic,
  };
}
