import type { PropsWithChildren } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import { ScrollTable } from './scroll-table.tsx';

export type Cell = unknown;

interface DataFigureProps {
  ui: Ui;
  /** Names the table; the drawing has its own title. */
  label: string;
  caption?: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Cell[])[];
  /** The table is open from the start, where it says more than the drawing. */
  open?: boolean;
}

/** A drawing, what one must know to read it, and the same data as a table. */
export const DataFigure = ({ ui, label, caption, head, rows, open, children }: PropsWithChildren<DataFigureProps>) => (
  <figure>
    {children}
    {caption !== undefined && <figcaption>{caption}</figcaption>}
    <details open={open}>
      <summary>{ui.m.frame.table}</summary>
      <ScrollTable label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  </figure>
);
