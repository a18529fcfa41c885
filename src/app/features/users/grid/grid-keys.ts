/** The keys that open the menu of what has the focus. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** The keys besides Enter and Space that open a menu from its button. */
export function opensMenu({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (key === 'ArrowDown' || key === 'ArrowUp') && !(altKey || ctrlKey || metaKey || shiftKey);
}

/** Ctrl or ⌘ with A. */
export function selectsAll({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a' && (ctrlKey || metaKey);
}

/** Whether a press selects rather than opens. */
export function isPick({ target, shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey || (target instanceof Element && target.closest('[data-pick]') !== null);
}
