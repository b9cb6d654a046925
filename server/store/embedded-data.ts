// Where the embedded database has its data.
import path from 'node:path';

export function embeddedData(folder: string): string {
  return path.join(folder, 'database');
}
