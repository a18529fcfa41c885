/** Something the person who starts the server can put right. `message` is one line that says what and how; no stack is shown. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
