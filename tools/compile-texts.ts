// Writes the compiled texts anew, after an edit to those that people write.
import { writeFileSync } from 'node:fs';
import { compiledTexts } from './compiled-texts';

for (const [file, content] of compiledTexts()) writeFileSync(file, content);
