/** Writes an object with each element of its long lists and tables on a line of its own, so that a change can be read. */
export function reviewableJson(value: Record<string, unknown>): string {
  const fields = Object.entries(value).map(([name, part]) => `  ${JSON.stringify(name)}: ${block(part)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function block(part: unknown): string {
  if (Array.isArray(part) && part.length > 0)
    return `[\n${part.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return JSON.stringify(part);
  const lines = Object.entries(part).map(([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
}
