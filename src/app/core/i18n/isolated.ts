/** A person's text where only a string is possible: a label, a title, an argument of a message. Elsewhere `<bdi>` does it. */
export { isolate as isolated } from '#contract/bidi';
