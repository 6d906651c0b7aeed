type Attributes = Readonly<Record<string, string>>;
type Child = Node | string;

/** An element with attributes and children; text is always text, never markup. */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  return filled(document.createElement(name), attributes, children);
}

/** The same for drawings, which live in a namespace of their own. */
export function drawing(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled<Own extends Element>(own: Own, attributes: Attributes, children: readonly Child[]): Own {
  for (const [name, value] of Object.entries(attributes)) own.setAttribute(name, value);
  own.append(...children);
  return own;
}

/** A link where the address is one of the web; else the text alone, since data come from outside. */
export function webLink(url: string | null, text: string): Node {
  const safe = url !== null && /^https?:\/\//i.test(url);
  return safe ? element('a', { href: url, rel: 'noreferrer' }, text) : document.createTextNode(text);
}
