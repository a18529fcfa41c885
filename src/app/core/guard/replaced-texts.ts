/**
 * Keeps texts true that a translator or an extension replaced. They put nodes of their own in place of a text, and Angular goes on
 * writing to the one that is gone. What they show stays until then: a text that is written anew takes its place again.
 *
 * @param until ends it; on the page it holds for good.
 */
export function keepReplacedTexts(document: Document, until?: AbortSignal): void {
  /** What stands in place of a text, and the text that it stands for. */
  const standIns = new WeakMap<Text, readonly ChildNode[]>();
  const texts = new WeakMap<Node, Text>();

  const written = new MutationObserver((records) => {
    for (const { target } of records) {
      const text = target as Text;
      const [first, ...others] = (standIns.get(text) ?? []).filter(({ isConnected }) => isConnected);
      if (text.isConnected || !first) continue;
      first.replaceWith(text);
      for (const other of others) other.remove();
    }
  });
  const replaced = new MutationObserver((records) => {
    if (!records.some(({ removedNodes }) => removedNodes.length > 0)) return;
    const added = new Set<Node | null>(records.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      for (const node of removedNodes) {
        const text = node instanceof Text ? node : texts.get(node);
        if (!text || text.isConnected || node.isConnected) continue;
        // In one step, or put beside it before it was taken away.
        const beside = [previousSibling, nextSibling].filter((sibling) => added.has(sibling) && sibling?.isConnected === true && !texts.has(sibling));
        const found = (addedNodes.length > 0 ? [...addedNodes] : beside.slice(0, 1)) as ChildNode[];
        if (found.length === 0) continue;
        for (const standIn of found) texts.set(standIn, text);
        standIns.set(text, found);
        written.observe(text, { characterData: true });
      }
    }
  });
  replaced.observe(document.body, { childList: true, subtree: true });
  until?.addEventListener('abort', () => {
    replaced.disconnect();
    written.disconnect();
  });
}
