import { D1_LIMITS } from './d1-limits.ts';

/** A select as it would be sent by itself, and how many columns it gives. */
export interface Asked {
  sql: string;
  parameters: readonly unknown[];
  width: number;
}

/** Several selects written as one. */
export interface OneStatement {
  sql: string;
  parameters: unknown[];
  /** The rows of each select, in the order in which the selects were given. */
  share(rows: readonly (readonly unknown[])[]): unknown[][][];
}

/** How many selects one statement may hold: D1 takes five terms of a `union`, each of which may be a union of five. */
const MOST = D1_LIMITS.compoundTerms ** 3;

/**
 * Selects that were asked for together as few statements as D1's limits allow, mostly one. Each is a term of a `union all`
 * whose rows bear its number; columns are counted, not named, so that equal names cannot meet, and values stay what they
 * are: bytes, fractions and all.
 */
export function asStatements<One extends Asked>(asked: readonly One[]): One[][] {
  const statements: One[][] = [];
  let room = { parts: 0, parameters: 0, bytes: 0 };
  for (const one of asked) {
    const { parameters, bytes } = { parameters: one.parameters.length, bytes: one.sql.length + one.width * 12 + 100 };
    const last = statements.at(-1);
    const fits =
      room.parts < MOST &&
      room.parameters + parameters <= D1_LIMITS.parameters &&
      room.bytes + bytes <= D1_LIMITS.statementBytes;
    if (last !== undefined && fits) {
      last.push(one);
      room = { parts: room.parts + 1, parameters: room.parameters + parameters, bytes: room.bytes + bytes };
    } else {
      statements.push([one]);
      room = { parts: 1, parameters, bytes };
    }
  }
  return statements;
}

export function oneStatement(asked: readonly Asked[]): OneStatement {
  const widest = Math.max(...asked.map(({ width }) => width));
  const parts = asked.map(({ sql, width }, place) => `p${place}(${columns(width)}) as (${sql})`);
  const terms = asked.map(({ width }, place) => {
    const padded = Array.from({ length: widest }, (_, n) => (n < width ? `c${n}` : `null as c${n}`));
    return `select ${[`${place} as p`, ...padded].join(', ')} from p${place}`;
  });
  return {
    sql: `with ${parts.join(', ')} ${union(terms)}`,
    parameters: asked.flatMap(({ parameters }) => parameters),
    share(rows) {
      const shares: unknown[][][] = asked.map(() => []);
      for (const [place, ...values] of rows) {
        const own = Number(place);
        shares[own]?.push(values.slice(0, asked[own]?.width));
      }
      return shares;
    },
  };
}

const columns = (width: number): string => Array.from({ length: width }, (_, n) => `c${n}`).join(', ');

/** Within what D1 takes, unions of unions. */
function union(terms: readonly string[]): string {
  if (terms.length <= D1_LIMITS.compoundTerms) return terms.join(' union all ');
  const groups: string[] = [];
  for (let at = 0; at < terms.length; at += D1_LIMITS.compoundTerms)
    groups.push(`select * from (${terms.slice(at, at + D1_LIMITS.compoundTerms).join(' union all ')})`);
  return union(groups);
}
