import type { KindCertificate } from '../../domain/scan.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { MachineSaid } from './machine-said.tsx';
import { VerdictWord } from './verdict-word.tsx';

/** The certificate kind by kind: a kind that was read completely counts although another was not. */
export const KindsTable = ({ ui, kinds }: { ui: Ui; kinds: readonly KindCertificate[] }) => {
  const { m, f } = ui;
  return (
    <ScrollTable label={m.sources.certificate}>
      <thead>
        <tr>
          <th scope="col">{m.sources.kind}</th>
          <th scope="col">{m.sources.verdict}</th>
          <th scope="col">{m.sources.rows}</th>
          <th scope="col">{m.sources.repeated}</th>
          <th scope="col">{m.sources.pages}</th>
          <th scope="col">{m.sources.level}</th>
          <th scope="col">{m.sources.hash}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr>
            <th scope="row">{kind.kind === 'all' ? m.sources.allKinds : m.words.kind[kind.kind]}</th>
            <td>
              <VerdictWord ui={ui} verdict={kind.verdict} />
              {kind.reasons.map(({ reason, detail }) => (
                <div class="small">
                  {m.words.reason[reason]}
                  {detail !== '' && (
                    <span class="soft">
                      {' '}
                      (<MachineSaid ui={ui} text={detail} />)
                    </span>
                  )}
                </div>
              ))}
            </td>
            <td>
              {m.sources.rowsValue(
                f.whole(kind.uniqueKeys),
                kind.totalStated === null ? m.frame.unknown : f.whole(kind.totalStated),
              )}
            </td>
            <td>{f.whole(kind.repeated)}</td>
            <td>{f.whole(kind.pages)}</td>
            <td>{kind.baseline === null ? m.frame.unknown : f.whole(kind.baseline)}</td>
            <td>
              {kind.keysHash === null ? (
                m.frame.unknown
              ) : (
                <code title={kind.keysHash}>{kind.keysHash.slice(0, 12)}</code>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
