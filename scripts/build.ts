// Builds the extension for Chromium and Firefox into .output, and prints and guards the size of each entry.
import { buildExtension } from './setup/build-extension.ts';

const isChromeOk = await buildExtension('chrome');
const isFirefoxOk = await buildExtension('firefox');
process.exitCode = isChromeOk && isFirefoxOk ? 0 : 1;
