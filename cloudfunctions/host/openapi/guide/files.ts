import { FILE_KINDS } from '../../../values/files';

const kinds = Object.entries(FILE_KINDS)
  .map(([kind, { bytesMax }]) => `${kind}, at most ${bytesMax / 1_048_576} MB`)
  .join('; ');

export const FILES = `## Files
An action with \`x-takes-file\` (${kinds}) is given \`fileHash\`, the SHA-256 of a file that the same person has uploaded before:
1. \`files.beginUpload\` with the hash and the length answers \`partBytes\` and \`missing\`, the numbers of the parts to send.
2. \`files.uploadPart\` for each of them: part *n* is the bytes from *n* × \`partBytes\` on, in base64. Any order, each with a
   \`requestId\` of its own. When the last has come, \`missing\` is 0; or all of them again, where together they are not what was announced.
3. The action itself, as often as wanted.

After a lost network begin again: only what did not arrive is missing, and nothing of a file that is there. A file is its
sender's alone, and is forgotten a day after it was begun, or when the same person begins a ninth: \`FILE_NOT_FOUND\` means
upload it again. A write that was answered keeps its answer all the same: its \`requestId\` covers the hash, not the upload.`;
