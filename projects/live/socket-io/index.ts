// The Socket.IO side, for servers of any kind: events of a namespace as what a live list listens to.
export { type NamespaceSocket, unorderedEvents } from './unordered-events';
