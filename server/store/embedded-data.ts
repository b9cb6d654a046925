// Folder of the embedded database's files.
import path from 'node:path';

export function embeddedData(folder: string): string {
  return path.join(folder, 'database');
}
