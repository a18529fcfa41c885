/** @returns the first match, which has to be there and to be such an element: `find(page, '#email', HTMLInputElement)`. */
export function find<T extends Element = HTMLElement>(root: ParentNode, selector: string, type?: new () => T): T;
export function find(root: ParentNode, selector: string, type: new () => Element = HTMLElement): Element {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${type.name} at ${selector}`);
  return found;
}
