import { basename } from 'node:path';
import compile from 'icu-minify/compile';
import { filesOf, LANGUAGES, textsIn } from './message-texts';

/** What the app imports: one line a text, so that a change of one shows as one. */
const FOLDER = 'src/app/core/i18n/compiled';

/**
 * Each file of texts, compiled: its ICU messages by their whole keys, as the trees that `icu-minify/format` fills.
 * The app so needs no parser of messages. docs/adr/0023
 *
 * @returns what belongs into each file, by its path.
 */
export function compiledTexts(): Map<string, string> {
  const compiled = (file: string): string => {
    const lines = [...textsIn(file)].map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(compile(text))}`);
    return `{\n${lines.join(',\n')}\n}\n`;
  };
  return new Map(LANGUAGES.flatMap(filesOf).map((file) => [`${FOLDER}/${basename(file)}`, compiled(file)]));
}
